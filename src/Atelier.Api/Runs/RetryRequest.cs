namespace Atelier.Api.Runs;

/// <summary>Takes up again what failed, or chosen items.</summary>
public sealed record RetryRequest
{
    /// <summary>Failed items that their block went on without.</summary>
    public bool Quarantined { get; init; }

    /// <summary>Failed and cancelled steps, and the items that made them so.</summary>
    public bool Failed { get; init; }

    /// <summary>Items with these keys, whatever became of them; at most 10,000.</summary>
    public IReadOnlyList<string>? Items { get; init; }

    /// <summary>From this step on.</summary>
    public string? FromStep { get; init; }

    /// <summary>All failed items of one cause.</summary>
    public CauseReference? Cause { get; init; }
}
