using System.Text.Json.Serialization;

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

/// <summary>What is particular about a kind of server.</summary>
/// <param name="Name">As written in workflows.</param>
/// <param name="BaseAddress">Where it is unless said otherwise.</param>
/// <param name="IsLocal">Whether it usually runs on the machine of the one who asks.</param>
/// <param name="TokenLimit">What the member is called that limits the tokens written.</param>
internal sealed record ServerTraits(string Name, Uri BaseAddress, bool IsLocal, string TokenLimit)
{
    /// <summary>For a server that no preset names: what most of them know.</summary>
    private const string CommonTokenLimit = "max_tokens";

    private static readonly Dictionary<ServerPreset, ServerTraits> Known = new()
    {
        [ServerPreset.OpenAI] = new("openai", new("https://api.openai.com/v1"), false, "max_completion_tokens"),
        [ServerPreset.Gemini] = new("gemini", new("https://generativelanguage.googleapis.com/v1beta/openai"), false, CommonTokenLimit),
        [ServerPreset.Ollama] = new("ollama", new("http://127.0.0.1:11434/v1"), true, CommonTokenLimit),
        [ServerPreset.Vllm] = new("vllm", new("http://127.0.0.1:8000/v1"), true, CommonTokenLimit),
        [ServerPreset.LlamaCpp] = new("llama.cpp", new("http://127.0.0.1:8080/v1"), true, CommonTokenLimit),
        [ServerPreset.LmStudio] = new("lm-studio", new("http://127.0.0.1:1234/v1"), true, CommonTokenLimit),
    };

    /// <summary>Those of a preset.</summary>
    public static ServerTraits Of(ServerPreset preset) => Known[preset];

    /// <summary>All local kinds, for looking which of them run.</summary>
    public static IEnumerable<ServerTraits> Local => Known.Values.Where(static traits => traits.IsLocal);

    /// <summary>The member that limits tokens at an address.</summary>
    public static string TokenLimitAt(Uri address) =>
        Known.Values.FirstOrDefault(traits => traits.BaseAddress.Authority == address.Authority)?.TokenLimit ?? CommonTokenLimit;
}
