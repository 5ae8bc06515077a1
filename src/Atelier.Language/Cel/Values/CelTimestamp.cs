namespace Atelier.Language.Cel.Values;

/// <summary>A point in time between 0001-01-01T00:00:00Z and 9999-12-31T23:59:59.999999999Z, in nanoseconds.</summary>
public sealed class CelTimestamp : CelValue, IComparable<CelTimestamp>
{
    internal const long MinSeconds = -62135596800;
    internal const long MaxSeconds = 253402300799;

    private CelTimestamp(long seconds, int nanos)
    {
        Seconds = seconds;
        Nanos = nanos;
    }

    /// <summary>Whole seconds since 1970-01-01T00:00:00Z, rounded down.</summary>
    public long Seconds { get; }

    /// <summary>Nanoseconds after <see cref="Seconds"/>, 0 to 999,999,999.</summary>
    public int Nanos { get; }

    /// <inheritdoc/>
    public override CelKind Kind => CelKind.Timestamp;

    /// <inheritdoc/>
    public override CelType Type => CelType.Timestamp;

    /// <summary>A point in time; null when it is out of range. <paramref name="nanos"/> may be any number and is carried over.</summary>
    public static CelTimestamp? TryCreate(long seconds, long nanos)
    {
        var (carry, rest) = Math.DivRem(nanos, 1_000_000_000L);
        if (rest < 0)
        {
            rest += 1_000_000_000L;
            carry--;
        }

        var total = (Int128)seconds + carry;
        return total < MinSeconds || total > MaxSeconds ? null : new CelTimestamp((long)total, (int)rest);
    }

    /// <summary>The same moment as .NET has it.</summary>
    public static CelTimestamp From(DateTimeOffset moment)
    {
        var ticks = moment.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks;
        var seconds = Math.DivRem(ticks, TimeSpan.TicksPerSecond, out var rest);
        return TryCreate(seconds, rest * 100)!;
    }

    /// <inheritdoc/>
    public int CompareTo(CelTimestamp? other)
    {
        if (other is null)
        {
            return 1;
        }

        var order = Seconds.CompareTo(other.Seconds);
        return order != 0 ? order : Nanos.CompareTo(other.Nanos);
    }

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Seconds, Nanos);

    /// <summary>RFC 3339 in UTC with 0, 3, 6 or 9 digits of fraction.</summary>
    public override string ToString() => TimeText.Format(this);
}
