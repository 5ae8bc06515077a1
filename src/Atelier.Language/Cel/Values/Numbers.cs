namespace Atelier.Language.Cel.Values;

/// <summary>Numbers of three types as one line of numbers: comparison, hashes that agree for equal numbers that a double holds exactly, text.</summary>
internal static class Numbers
{
    private const double TwoTo63 = 9223372036854775808.0;
    private const double TwoTo64 = 18446744073709551616.0;

    public static bool IsNumber(CelKind kind) => kind is CelKind.Int or CelKind.Uint or CelKind.Double;

    public static int Hash(ulong value) => value <= long.MaxValue ? ((long)value).GetHashCode() : value.GetHashCode();

    public static int Hash(double value)
    {
        if (double.IsInteger(value))
        {
            if (value is >= -TwoTo63 and < TwoTo63)
            {
                return ((long)value).GetHashCode();
            }

            if (value is >= TwoTo63 and < TwoTo64)
            {
                return ((ulong)value).GetHashCode();
            }
        }

        return value.GetHashCode();
    }

    /// <summary>-1, 0 or 1; null when one of them is NaN or no number.</summary>
    public static int? Compare(CelValue left, CelValue right) => (left, right) switch
    {
        (CelInt a, CelInt b) => a.Value.CompareTo(b.Value),
        (CelUint a, CelUint b) => a.Value.CompareTo(b.Value),
        (CelDouble a, CelDouble b) => Compare(a.Value, b.Value),
        (CelInt a, CelUint b) => a.Value < 0 ? -1 : ((ulong)a.Value).CompareTo(b.Value),
        (CelUint a, CelInt b) => b.Value < 0 ? 1 : a.Value.CompareTo((ulong)b.Value),
        (CelInt a, CelDouble b) => Compare(a.Value, b.Value),
        (CelDouble a, CelInt b) => -Compare(b.Value, a.Value),
        (CelUint a, CelDouble b) => Compare(a.Value, b.Value),
        (CelDouble a, CelUint b) => -Compare(b.Value, a.Value),
        _ => null,
    };

    public static double ToDouble(CelValue number) => number switch
    {
        CelInt value => value.Value,
        CelUint value => value.Value,
        CelDouble value => value.Value,
        _ => double.NaN,
    };

    /// <summary>The number as an integer when it is one in the range of a long.</summary>
    public static bool TryToLong(CelValue number, out long value)
    {
        switch (number)
        {
            case CelInt whole:
                value = whole.Value;
                return true;
            case CelUint whole when whole.Value <= long.MaxValue:
                value = (long)whole.Value;
                return true;
            case CelDouble floating when double.IsInteger(floating.Value) && floating.Value is >= -TwoTo63 and < TwoTo63:
                value = (long)floating.Value;
                return true;
            default:
                value = 0;
                return false;
        }
    }

    public static string Text(double value) => value switch
    {
        double.PositiveInfinity => "Infinity",
        double.NegativeInfinity => "-Infinity",
        double.NaN => "NaN",
        _ => NumberText.Shortest(value),
    };

    private static int? Compare(double left, double right) =>
        double.IsNaN(left) || double.IsNaN(right) ? null : left < right ? -1 : left > right ? 1 : 0;

    /// <summary>As the reference implementation: outside the integer's range exactly, inside it after rounding the integer to a double.</summary>
    private static int? Compare(long left, double right) =>
        double.IsNaN(right) ? null
        : right > TwoTo63 ? -1
        : right < -TwoTo63 ? 1
        : ((double)left).CompareTo(right);

    private static int? Compare(ulong left, double right) =>
        double.IsNaN(right) ? null
        : right > TwoTo64 ? -1
        : right < 0 ? 1
        : ((double)left).CompareTo(right);
}
