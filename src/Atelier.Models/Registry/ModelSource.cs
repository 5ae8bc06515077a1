using System.Text.RegularExpressions;
using Atelier.Sdk.Models;

namespace Atelier.Models.Registry;

/// <summary>Where a model's files, or the server that runs it, are. Closed.</summary>
public abstract partial record ModelSource
{
    private const string HubPrefix = "hub:";

    private ModelSource()
    {
    }

    /// <summary>A folder in the layout of Hugging Face: <c>config.json</c>, <c>onnx/model.onnx</c> and so on.</summary>
    /// <param name="Path">Absolute.</param>
    public sealed record Folder(string Path) : ModelSource;

    /// <summary>A model fetched from a hub by <c>atelier models pull</c>; written <c>hub:ID</c>.</summary>
    /// <param name="Id">The hub's name of it, such as <c>Xenova/clip-vit-base-patch32</c>.</param>
    /// <param name="Path">The folder in the home where its files lie once pulled.</param>
    public sealed record Hub(string Id, string Path) : ModelSource;

    /// <summary>One ONNX file, with the files beside it that it names as external data.</summary>
    /// <param name="Path">Absolute.</param>
    public sealed record OnnxFile(string Path) : ModelSource;

    /// <summary>An OpenAI-compatible server.</summary>
    /// <param name="Address">Up to the version: <c>http://127.0.0.1:11434/v1</c>.</param>
    /// <param name="Model">What the model is called there, where the source says it (<c>llava@ollama</c>); null: it does not.</param>
    /// <param name="KeySecret">The secret that holds the key of such a server; null: none is sent.</param>
    public sealed record Server(Uri Address, string? Model = null, string? KeySecret = null) : ModelSource;

    /// <summary>The folder a host loads; null: there is none.</summary>
    public string? LocalFolder => this switch
    {
        Folder folder => folder.Path,
        Hub hub => hub.Path,
        OnnxFile file => System.IO.Path.GetDirectoryName(file.Path),
        _ => null,
    };

    /// <summary>As people know it: a path, <c>hub:ID</c>, an address.</summary>
    public string Text => this switch
    {
        Folder folder => folder.Path,
        Hub hub => HubPrefix + hub.Id,
        OnnxFile file => file.Path,
        Server server => server.Address.ToString(),
        _ => throw new InvalidOperationException("ModelSource is closed"),
    };

    /// <summary>Whether a text can name a model of a hub: <c>name</c> or <c>owner/name</c> of letters, digits, <c>. _ -</c>, so that it never leads out of a folder.</summary>
    public static bool IsHubId(string id) => HubId().IsMatch(id);

    /// <summary>Whether a text under <c>source:</c> names a model of a hub in a way that none has.</summary>
    public static bool IsBrokenHub(string text) => text.StartsWith(HubPrefix, StringComparison.Ordinal) && !IsHubId(text[HubPrefix.Length..]);

    /// <summary>Reads what stands under <c>source:</c>; relative paths are taken from <paramref name="baseFolder"/>.</summary>
    /// <param name="text">As written.</param>
    /// <param name="baseFolder">Of the file it stands in.</param>
    /// <param name="hubFolder">Where pulled models lie.</param>
    public static ModelSource Parse(string text, string baseFolder, string hubFolder)
    {
        if (text.StartsWith(HubPrefix, StringComparison.Ordinal))
        {
            var id = text[HubPrefix.Length..];
            return new Hub(id, System.IO.Path.Join(hubFolder, System.IO.Path.Join(id.Split('/', StringSplitOptions.RemoveEmptyEntries))));
        }

        if (ModelServer.TryParse(text, out var model, out var server))
        {
            return new Server(server.Address, model, server.KeySecret);
        }

        if ((text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            && Uri.TryCreate(text, UriKind.Absolute, out var address))
        {
            return new Server(address);
        }

        var path = System.IO.Path.GetFullPath(text, baseFolder);
        return text.EndsWith(".onnx", StringComparison.OrdinalIgnoreCase) ? new OnnxFile(path) : new Folder(path);
    }

    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)?\z")]
    private static partial Regex HubId();
}
