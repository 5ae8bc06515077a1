using Atelier.Language.Cel.Evaluation;

namespace Atelier.Language.Cel.Values;

/// <summary>CEL equality. Works down lists and maps; its depth is that of the values, which the readers bound.</summary>
internal static class ValueEquality
{
    private const int LongText = 64;

    public static bool AreEqual(CelValue left, CelValue right, CelContext? context = null) => (left, right) switch
    {
        (CelString a, CelString b) => a.Value.Length == b.Value.Length && MayRead(a.Value.Length, context) && string.Equals(a.Value, b.Value, StringComparison.Ordinal),
        (CelNull, CelNull) => true,
        (CelBool a, CelBool b) => a.Value == b.Value,
        (CelBytes a, CelBytes b) => a.Value.Length == b.Value.Length && MayRead(a.Value.Length, context) && a.Value.Span.SequenceEqual(b.Value.Span),
        (CelList a, CelList b) => Lists(a, b, context),
        (CelMap a, CelMap b) => Maps(a, b, context),
        (CelTimestamp a, CelTimestamp b) => a.CompareTo(b) == 0,
        (CelDuration a, CelDuration b) => a.CompareTo(b) == 0,
        (CelAddress a, CelAddress b) => a.Value.Equals(b.Value),
        (CelAddressRange a, CelAddressRange b) => a.PrefixLength == b.PrefixLength && a.Address.Value.Equals(b.Address.Value),
        (CelType a, CelType b) => string.Equals(a.Name, b.Name, StringComparison.Ordinal),
        (CelOptional a, CelOptional b) => a.Value is null ? b.Value is null : b.Value is not null && AreEqual(a.Value, b.Value, context),
        _ => Numbers.Compare(left, right) == 0,
    };

    /// <summary>Charges long texts and bytes; a short comparison is part of the step.</summary>
    private static bool MayRead(int length, CelContext? context) => length < LongText || context is null || context.ChargeText(length);

    private static bool Lists(CelList left, CelList right, CelContext? context)
    {
        if (left.Count != right.Count || !MayWalk(left.EnumerationError ?? right.EnumerationError, left.Count, context))
        {
            return false;
        }

        for (var i = 0; i < left.Count; i++)
        {
            if (!AreEqual(left[i], right[i], context))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Maps(CelMap left, CelMap right, CelContext? context)
    {
        if (left.Count != right.Count || !MayWalk(left.EnumerationError ?? right.EnumerationError, left.Count, context))
        {
            return false;
        }

        foreach (var (key, value) in left)
        {
            if (!right.TryGet(key, out var other) || !AreEqual(value, other, context))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Charges the elements; what cannot be compared ends the whole evaluation rather than seeming different.</summary>
    private static bool MayWalk(CelErrorValue? error, int count, CelContext? context)
    {
        if (error is not null)
        {
            context?.Abort(error);
            return false;
        }

        return context is null || context.Charge(count);
    }
}
