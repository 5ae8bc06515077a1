namespace Atelier.Engine.Runs;

/// <summary>What to take up again of a run that has ended. At least one member is set.</summary>
public sealed record RetrySelection
{
    /// <summary>Failed items that their block went on without.</summary>
    public bool Quarantined { get; init; }

    /// <summary>Failed and cancelled steps, and the items that made them so.</summary>
    public bool Failed { get; init; }

    /// <summary>Items with these keys, whatever became of them.</summary>
    public IReadOnlyList<string> Items { get; init; } = [];

    /// <summary>From this step on (id or path); with <see cref="Items"/> inside those items. Null: from what failed.</summary>
    public string? FromStep { get; init; }
}

/// <summary>What a retry took up.</summary>
/// <param name="Drive">The drive it runs as; 0: nothing was taken up.</param>
/// <param name="Items">Items taken up.</param>
/// <param name="Steps">Steps outside items taken up, those that read them included.</param>
/// <param name="Problem">Why nothing was taken up; null: something was.</param>
public sealed record RetryResult(int Drive, long Items, int Steps, string? Problem);
