namespace Atelier.Api.Runs;

/// <summary>How many ended how.</summary>
public sealed record OutcomeCountsBody
{
    /// <summary>Succeeded ones.</summary>
    public required long Succeeded { get; init; }

    /// <summary>Empty ones.</summary>
    public required long Empty { get; init; }

    /// <summary>Rejected ones.</summary>
    public required long Rejected { get; init; }

    /// <summary>Failed ones.</summary>
    public required long Failed { get; init; }

    /// <summary>Skipped ones.</summary>
    public required long Skipped { get; init; }

    /// <summary>Cancelled ones.</summary>
    public required long Cancelled { get; init; }
}
