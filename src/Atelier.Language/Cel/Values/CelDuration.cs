namespace Atelier.Language.Cel.Values;

/// <summary>A length of time in nanoseconds, of at most 2^63-1 of them either way (about 292 years), as in the language's reference implementation.</summary>
public sealed class CelDuration : CelValue, IComparable<CelDuration>
{
    private CelDuration(long nanoseconds) => TotalNanoseconds = nanoseconds;

    /// <summary>The length in nanoseconds.</summary>
    public long TotalNanoseconds { get; }

    /// <inheritdoc/>
    public override CelKind Kind => CelKind.Duration;

    /// <inheritdoc/>
    public override CelType Type => CelType.Duration;

    /// <summary>A length of time; null when it is out of range.</summary>
    public static CelDuration? TryCreate(Int128 nanoseconds) =>
        Int128.Abs(nanoseconds) > long.MaxValue ? null : new CelDuration((long)nanoseconds);

    /// <summary>The same length as .NET has it; throws when it is out of range.</summary>
    public static CelDuration From(TimeSpan span) => new(checked(span.Ticks * TimeSpan.NanosecondsPerTick));

    /// <inheritdoc/>
    public int CompareTo(CelDuration? other) => other is null ? 1 : TotalNanoseconds.CompareTo(other.TotalNanoseconds);

    /// <inheritdoc/>
    public override int GetHashCode() => TotalNanoseconds.GetHashCode();

    /// <summary>Seconds with as much fraction as needed: <c>3.5s</c>.</summary>
    public override string ToString() => TimeText.Format(this);
}
