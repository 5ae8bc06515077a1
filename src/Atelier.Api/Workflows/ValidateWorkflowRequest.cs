namespace Atelier.Api.Workflows;

/// <summary>Checks a definition and keeps nothing: Sources or File; File beside Sources says where their relative paths start.</summary>
public sealed record ValidateWorkflowRequest
{
    /// <summary>Texts: its own under the empty name.</summary>
    public IReadOnlyDictionary<string, string>? Sources { get; init; }

    /// <summary>A file inside the server's roots. Beside Sources: the file that they are an edited text of; nothing is read from it.</summary>
    public string? File { get; init; }
}
