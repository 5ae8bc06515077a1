namespace Atelier.Api.Sessions;

/// <summary>A browser session of the user who asks.</summary>
public sealed record OpenSession
{
    /// <summary>Its id; not its secret.</summary>
    public required string Id { get; init; }

    /// <summary>When it was opened.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When it was last used, to the minute.</summary>
    public required DateTimeOffset Seen { get; init; }

    /// <summary>From where it was opened.</summary>
    public string? Address { get; init; }

    /// <summary>What the browser calls itself.</summary>
    public string? Agent { get; init; }

    /// <summary>The one that asks.</summary>
    public bool Current { get; init; }
}
