using Atelier.Language.Cel.Evaluation;
using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Functions;

/// <summary><c>charAt indexOf lastIndexOf substring</c>: positions count code points.</summary>
internal static class TextSlices
{
    public static void Register(StandardLibrary library)
    {
        library.Receiver("charAt", 1, CharAt);
        library.Receiver("indexOf", 1, IndexOf);
        library.Receiver("indexOf", 2, IndexOf);
        library.Receiver("lastIndexOf", 1, LastIndexOf);
        library.Receiver("lastIndexOf", 2, LastIndexOf);
        library.Receiver("substring", 1, Substring);
        library.Receiver("substring", 2, Substring);
    }

    private static CelValue? CharAt(ReadOnlySpan<CelValue> arguments, CelContext context)
    {
        if (arguments[0] is not CelString text || arguments[1] is not CelInt index)
        {
            return null;
        }

        context.ChargeText(text.Value.Length);
        var at = CodePoints.OffsetOf(text.Value, index.Value);
        return at < 0 ? BadIndex(index)
            : at == text.Value.Length ? CelString.Empty
            : new CelString(text.Value.Substring(at, CodePoints.WidthAt(text.Value, at)));
    }

    private static CelValue? IndexOf(ReadOnlySpan<CelValue> arguments, CelContext context)
    {
        if (arguments[0] is not CelString text || arguments[1] is not CelString part || (arguments.Length == 3 && arguments[2] is not CelInt))
        {
            return null;
        }

        context.ChargeText(text.Value.Length);
        var start = arguments.Length == 3 ? CodePoints.OffsetOf(text.Value, ((CelInt)arguments[2]).Value) : 0;
        if (start < 0)
        {
            return BadIndex(arguments[2]);
        }

        var at = text.Value.IndexOf(part.Value, start, StringComparison.Ordinal);
        return CelInt.Of(at < 0 ? -1 : CodePoints.IndexOf(text.Value, at));
    }

    private static CelValue? LastIndexOf(ReadOnlySpan<CelValue> arguments, CelContext context)
    {
        if (arguments[0] is not CelString text || arguments[1] is not CelString part || (arguments.Length == 3 && arguments[2] is not CelInt))
        {
            return null;
        }

        context.ChargeText(text.Value.Length);
        var last = arguments.Length == 3 ? CodePoints.OffsetOf(text.Value, ((CelInt)arguments[2]).Value) : text.Value.Length;
        if (last < 0)
        {
            return BadIndex(arguments[2]);
        }

        var at = text.Value.AsSpan(0, (int)Math.Min(text.Value.Length, (long)last + part.Value.Length)).LastIndexOf(part.Value, StringComparison.Ordinal);
        return CelInt.Of(at < 0 ? -1 : CodePoints.IndexOf(text.Value, at));
    }

    private static CelValue? Substring(ReadOnlySpan<CelValue> arguments, CelContext context)
    {
        if (arguments[0] is not CelString text || arguments[1] is not CelInt from || (arguments.Length == 3 && arguments[2] is not CelInt))
        {
            return null;
        }

        context.ChargeText(text.Value.Length);
        var start = CodePoints.OffsetOf(text.Value, from.Value);
        var end = arguments.Length == 3 ? CodePoints.OffsetOf(text.Value, ((CelInt)arguments[2]).Value) : text.Value.Length;
        return start < 0 ? BadIndex(from)
            : end < 0 ? BadIndex(arguments[2])
            : start > end ? Errors.Argument($"invalid substring range: {arguments[1]} to {arguments[2]}")
            : new CelString(text.Value[start..end]);
    }

    private static CelErrorValue BadIndex(CelValue index) => new(CelCodes.OutOfRange, $"index out of range: {index}");
}
