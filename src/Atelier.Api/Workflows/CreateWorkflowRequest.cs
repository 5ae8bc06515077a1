namespace Atelier.Api.Workflows;

/// <summary>Registers a version: of Sources, of File or of Template; File beside Sources says where their relative paths start.</summary>
public sealed record CreateWorkflowRequest
{
    /// <summary>Texts: its own under the empty name.</summary>
    public IReadOnlyDictionary<string, string>? Sources { get; init; }

    /// <summary>A file inside the server's roots. Beside Sources: the file that they are an edited text of; nothing is read from it.</summary>
    public string? File { get; init; }

    /// <summary>Name of a template.</summary>
    public string? Template { get; init; }

    /// <summary>For people.</summary>
    public string? Label { get; init; }
}
