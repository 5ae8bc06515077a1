using System.Text.Json.Serialization;
using Atelier.Sdk.Models;

namespace Atelier.Actions.Llm.Servers;

/// <summary>A kind of server that speaks OpenAI's protocol.</summary>
internal enum ServerPreset
{
    [JsonStringEnumMemberName("openai")]
    OpenAI,

    [JsonStringEnumMemberName("gemini")]
    Gemini,

    [JsonStringEnumMemberName("ollama")]
    Ollama,

    [JsonStringEnumMemberName("vllm")]
    Vllm,

    [JsonStringEnumMemberName("llama.cpp")]
    LlamaCpp,

    [JsonStringEnumMemberName("lm-studio")]
    LmStudio,
}

/// <summary>What is known of a preset.</summary>
internal static class ServerPresets
{
    /// <summary>The kind of server.</summary>
    public static ModelServer Server(this ServerPreset preset) => preset switch
    {
        ServerPreset.OpenAI => ModelServer.OpenAI,
        ServerPreset.Gemini => ModelServer.Gemini,
        ServerPreset.Ollama => ModelServer.Ollama,
        ServerPreset.Vllm => ModelServer.Vllm,
        ServerPreset.LlamaCpp => ModelServer.LlamaCpp,
        _ => ModelServer.LmStudio,
    };
}
