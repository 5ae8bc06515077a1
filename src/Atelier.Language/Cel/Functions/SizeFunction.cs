using Atelier.Language.Cel.Evaluation;
using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Functions;

/// <summary><c>size(x)</c> and <c>x.size()</c>.</summary>
internal static class SizeFunction
{
    public static void Register(StandardLibrary library)
    {
        library.Global("size", 1, Size);
        library.Receiver("size", 0, Size);
    }

    private static CelValue? Size(ReadOnlySpan<CelValue> arguments, CelContext context)
    {
        switch (arguments[0])
        {
            case CelList list:
                return CelInt.Of(list.Count);
            case CelMap map:
                return CelInt.Of(map.Count);
            case CelString text:
                context.ChargeText(text.Value.Length);
                return CelInt.Of(CodePoints.Count(text.Value));
            case CelBytes bytes:
                return CelInt.Of(bytes.Value.Length);
            default:
                return null;
        }
    }
}
