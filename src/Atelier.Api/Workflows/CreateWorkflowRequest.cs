namespace Atelier.Api.Workflows;

/// <summary>Registers a version. Exactly one of Sources, File and Template.</summary>
public sealed record CreateWorkflowRequest
{
    /// <summary>Texts: its own under the empty name.</summary>
    public IReadOnlyDictionary<string, string>? Sources { get; init; }

    /// <summary>A file inside the server's roots.</summary>
    public string? File { get; init; }

    /// <summary>Name of a template.</summary>
    public string? Template { get; init; }

    /// <summary>For people.</summary>
    public string? Label { get; init; }
}
