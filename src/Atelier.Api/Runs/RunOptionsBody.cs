namespace Atelier.Api.Runs;

/// <summary>How one run differs from what its workflow says.</summary>
public sealed record RunOptionsBody
{
    /// <summary>At most this many items of each outermost for_each.</summary>
    public long? Limit { get; init; }

    /// <summary>Only items with these keys.</summary>
    public IReadOnlyList<string>? Only { get; init; }

    /// <summary>So many items, the same ones each time.</summary>
    public int? Sample { get; init; }

    /// <summary>Recorded results are not reused.</summary>
    public bool Fresh { get; init; }

    /// <summary>Nor for these steps.</summary>
    public IReadOnlyList<string>? FreshSteps { get; init; }

    /// <summary>-100 (last) to 100 (first).</summary>
    public int Priority { get; init; }

    /// <summary>Money it may spend.</summary>
    public decimal? CostLimit { get; init; }

    /// <summary>Tokens it may spend.</summary>
    public long? TokenLimit { get; init; }
}
