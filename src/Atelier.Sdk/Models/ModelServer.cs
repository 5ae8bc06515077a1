using System.Diagnostics.CodeAnalysis;

namespace Atelier.Sdk.Models;

/// <summary>
/// A kind of server that speaks OpenAI's protocol. A model of one is named <c>llava:7b@ollama</c> wherever a model's name is asked for; it needs no registration.
/// </summary>
/// <param name="Name">As written in workflows.</param>
/// <param name="Address">Where it is unless said otherwise, up to the version.</param>
/// <param name="IsLocal">Whether it usually runs on the machine of the one who asks.</param>
/// <param name="TokenLimit">What the member of a request is called that limits the tokens written.</param>
/// <param name="KeySecret">The secret that holds the key where a name says nothing of one; null: none is sent.</param>
public sealed record ModelServer(string Name, Uri Address, bool IsLocal, string TokenLimit, string? KeySecret)
{
    /// <summary>For a server of no known kind: what most of them know.</summary>
    private const string CommonTokenLimit = "max_tokens";

    /// <summary>OpenAI.</summary>
    public static ModelServer OpenAI { get; } = new("openai", new("https://api.openai.com/v1"), false, "max_completion_tokens", "openai_api_key");

    /// <summary>Google Gemini, by its compatible interface.</summary>
    public static ModelServer Gemini { get; } = new("gemini", new("https://generativelanguage.googleapis.com/v1beta/openai"), false, CommonTokenLimit, "gemini_api_key");

    /// <summary>Ollama.</summary>
    public static ModelServer Ollama { get; } = Local("ollama", 11434);

    /// <summary>vLLM.</summary>
    public static ModelServer Vllm { get; } = Local("vllm", 8000);

    /// <summary>The server of llama.cpp.</summary>
    public static ModelServer LlamaCpp { get; } = Local("llama.cpp", 8080);

    /// <summary>LM Studio.</summary>
    public static ModelServer LmStudio { get; } = Local("lm-studio", 1234);

    /// <summary>All that are known.</summary>
    public static IReadOnlyList<ModelServer> All { get; } = [OpenAI, Gemini, Ollama, Vllm, LlamaCpp, LmStudio];

    /// <summary>Reads <c>ID@SERVER</c>; false for any other name. The id may hold <c>@</c> itself.</summary>
    public static bool TryParse(string name, [NotNullWhen(true)] out string? model, [NotNullWhen(true)] out ModelServer? server)
    {
        var at = name.LastIndexOf('@');
        server = at < 1 ? null : All.FirstOrDefault(known => name.AsSpan(at + 1).SequenceEqual(known.Name));
        model = server is null ? null : name[..at];
        return model is not null && server is not null;
    }

    /// <summary>The member of a request that limits the tokens written, at an address.</summary>
    public static string TokenLimitAt(Uri address) =>
        All.FirstOrDefault(server => server.Address.Authority == address.Authority)?.TokenLimit ?? CommonTokenLimit;

    private static ModelServer Local(string name, int port) => new(name, new($"http://127.0.0.1:{port}/v1"), true, CommonTokenLimit, null);
}
