using Atelier.Language.Cel.Evaluation;
using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Functions;

/// <summary><c>base64.encode</c> and <c>base64.decode</c>.</summary>
internal static class EncodingFunctions
{
    public static void Register(StandardLibrary library)
    {
        library.Global("base64.encode", 1, Encode);
        library.Global("base64.decode", 1, Decode);
    }

    private static CelString? Encode(ReadOnlySpan<CelValue> arguments, CelContext context)
    {
        if (arguments[0] is not CelBytes bytes)
        {
            return null;
        }

        context.ChargeText(bytes.Value.Length * 4L / 3);
        return new CelString(Convert.ToBase64String(bytes.Value.Span));
    }

    private static CelValue? Decode(ReadOnlySpan<CelValue> arguments, CelContext context)
    {
        if (arguments[0] is not CelString text)
        {
            return null;
        }

        context.ChargeText(text.Value.Length);
        var trimmed = text.Value.TrimEnd('=');
        var padded = trimmed.PadRight((trimmed.Length + 3) / 4 * 4, '=');
        var buffer = new byte[padded.Length / 4 * 3];
        return text.Value.Length - trimmed.Length <= 2 && Convert.TryFromBase64String(padded, buffer, out var length)
            ? new CelBytes(buffer.AsMemory(0, length))
            : Errors.Argument("the text is no base64");
    }
}
