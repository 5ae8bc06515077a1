namespace Atelier.Language.Plans;

/// <summary>How the wait between tries grows.</summary>
public enum Backoff
{
    /// <summary>Always <see cref="RetryPlan.Delay"/>.</summary>
    Constant,

    /// <summary>Delay times the number of the try.</summary>
    Linear,

    /// <summary>Doubled with each try.</summary>
    Exponential,
}

/// <summary>Which failures are retried, how often and when.</summary>
public sealed record RetryPlan
{
    /// <summary>Three attempts, exponential from 1 s to 1 min, transient failures only.</summary>
    public static RetryPlan Default { get; } = new();

    /// <summary>Tries in all, from 1. Default 3.</summary>
    public int Attempts { get; init; } = 3;

    /// <summary>Default exponential.</summary>
    public Backoff Backoff { get; init; } = Backoff.Exponential;

    /// <summary>The first wait. Default 1 s.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait. Default 1 min.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Transient failures are retried. Default true.</summary>
    public bool OnTransient { get; init; } = true;

    /// <summary>Permanent failures are retried too. Default false.</summary>
    public bool OnPermanent { get; init; }

    /// <summary>Failure codes that are retried whatever their kind.</summary>
    public IReadOnlyList<string> OnCodes { get; init; } = [];
}
