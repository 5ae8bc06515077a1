using System.Numerics;

namespace Atelier.Actions.Images.Analysis;

/// <summary>sRGB to Oklab and back (Ottosson 2020): a space in which distances are about as people see them.</summary>
internal static class OkLab
{
    public static Vector3 FromSrgb(byte red, byte green, byte blue)
    {
        var (r, g, b) = (Linear(red), Linear(green), Linear(blue));
        var l = MathF.Cbrt((0.4122214708f * r) + (0.5363325363f * g) + (0.0514459929f * b));
        var m = MathF.Cbrt((0.2119034982f * r) + (0.6806995451f * g) + (0.1073969566f * b));
        var s = MathF.Cbrt((0.0883024619f * r) + (0.2817188376f * g) + (0.6299787005f * b));
        return new Vector3(
            (0.2104542553f * l) + (0.7936177850f * m) - (0.0040720468f * s),
            (1.9779984951f * l) - (2.4285922050f * m) + (0.4505937099f * s),
            (0.0259040371f * l) + (0.7827717662f * m) - (0.8086757660f * s));
    }

    /// <summary>As <c>#rrggbb</c>, cut to what sRGB can show.</summary>
    public static string ToHex(Vector3 lab)
    {
        var l = Cube(lab.X + (0.3963377774f * lab.Y) + (0.2158037573f * lab.Z));
        var m = Cube(lab.X - (0.1055613458f * lab.Y) - (0.0638541728f * lab.Z));
        var s = Cube(lab.X - (0.0894841775f * lab.Y) - (1.2914855480f * lab.Z));
        var red = Coded((4.0767416621f * l) - (3.3077115913f * m) + (0.2309699292f * s));
        var green = Coded((-1.2684380046f * l) + (2.6097574011f * m) - (0.3413193965f * s));
        var blue = Coded((-0.0041960863f * l) - (0.7034186147f * m) + (1.7076147010f * s));
        return $"#{red:x2}{green:x2}{blue:x2}";
    }

    private static float Cube(float x) => x * x * x;

    private static float Linear(byte value)
    {
        var x = value / 255f;
        return x <= 0.04045f ? x / 12.92f : MathF.Pow((x + 0.055f) / 1.055f, 2.4f);
    }

    private static byte Coded(float x)
    {
        var coded = x <= 0.0031308f ? x * 12.92f : (1.055f * MathF.Pow(x, 1 / 2.4f)) - 0.055f;
        return (byte)Math.Clamp(MathF.Round(coded * 255), 0, 255);
    }
}
