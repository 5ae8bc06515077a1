using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Evaluation;

/// <summary>Sums and differences of timestamps and durations.</summary>
internal static class TimeArithmetic
{
    private const long Billion = 1_000_000_000;

    public static CelValue? Add(CelValue left, CelValue right) => (left, right) switch
    {
        (CelTimestamp a, CelDuration b) => Move(a, b.TotalNanoseconds),
        (CelDuration a, CelTimestamp b) => Move(b, a.TotalNanoseconds),
        (CelDuration a, CelDuration b) => Duration((Int128)a.TotalNanoseconds + b.TotalNanoseconds),
        _ => null,
    };

    public static CelValue? Subtract(CelValue left, CelValue right) => (left, right) switch
    {
        (CelTimestamp a, CelTimestamp b) => Duration(((Int128)(a.Seconds - b.Seconds) * Billion) + a.Nanos - b.Nanos),
        (CelTimestamp a, CelDuration b) => Move(a, -(Int128)b.TotalNanoseconds),
        (CelDuration a, CelDuration b) => Duration((Int128)a.TotalNanoseconds - b.TotalNanoseconds),
        _ => null,
    };

    private static CelValue Move(CelTimestamp from, Int128 nanoseconds) =>
        (CelValue?)CelTimestamp.TryCreate(from.Seconds + (long)(nanoseconds / Billion), from.Nanos + (long)(nanoseconds % Billion)) ?? Errors.Overflow("timestamp");

    private static CelValue Duration(Int128 nanoseconds) => (CelValue?)CelDuration.TryCreate(nanoseconds) ?? Errors.Overflow("duration");
}
