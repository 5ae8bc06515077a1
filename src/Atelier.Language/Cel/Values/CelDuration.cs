namespace Atelier.Language.Cel.Values;

/// <summary>A length of time of at most 315,576,000,000 seconds either way (about 10,000 years), in nanoseconds.</summary>
public sealed class CelDuration : CelValue, IComparable<CelDuration>
{
    internal const long MaxSeconds = 315_576_000_000;

    private CelDuration(Int128 nanoseconds) => TotalNanoseconds = nanoseconds;

    /// <summary>The length in nanoseconds.</summary>
    public Int128 TotalNanoseconds { get; }

    /// <inheritdoc/>
    public override CelKind Kind => CelKind.Duration;

    /// <inheritdoc/>
    public override CelType Type => CelType.Duration;

    /// <summary>A length of time; null when it is out of range.</summary>
    public static CelDuration? TryCreate(Int128 nanoseconds) =>
        Int128.Abs(nanoseconds) > (Int128)MaxSeconds * 1_000_000_000 ? null : new CelDuration(nanoseconds);

    /// <summary>The same length as .NET has it.</summary>
    public static CelDuration From(TimeSpan span) => new((Int128)span.Ticks * 100);

    /// <inheritdoc/>
    public int CompareTo(CelDuration? other) => other is null ? 1 : TotalNanoseconds.CompareTo(other.TotalNanoseconds);

    /// <inheritdoc/>
    public override int GetHashCode() => TotalNanoseconds.GetHashCode();

    /// <summary>Seconds with as much fraction as needed: <c>3.5s</c>.</summary>
    public override string ToString() => TimeText.Format(this);
}
