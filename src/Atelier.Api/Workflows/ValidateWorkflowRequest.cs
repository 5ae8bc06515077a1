namespace Atelier.Api.Workflows;

/// <summary>Checks a definition and keeps nothing. Exactly one of Sources and File.</summary>
public sealed record ValidateWorkflowRequest
{
    /// <summary>Texts: its own under the empty name.</summary>
    public IReadOnlyDictionary<string, string>? Sources { get; init; }

    /// <summary>A file inside the server's roots.</summary>
    public string? File { get; init; }
}
