using System.Buffers.Text;
using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Json;

/// <summary>JSON's numbers to values.</summary>
internal static class JsonNumbers
{
    private const long ExactLimit = 1L << 53;

    public static CelValue Read(ReadOnlySpan<byte> literal)
    {
        if (literal.IndexOfAny((byte)'.', (byte)'e', (byte)'E') < 0)
        {
            if (Utf8Parser.TryParse(literal, out long whole, out var used) && used == literal.Length)
            {
                if (whole is > ExactLimit or < -ExactLimit)
                {
                    return CelInt.Of(whole);
                }
            }
            else if (Utf8Parser.TryParse(literal, out ulong large, out used) && used == literal.Length)
            {
                return new CelUint(large);
            }
        }

        return new CelDouble(double.Parse(literal, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture));
    }
}
