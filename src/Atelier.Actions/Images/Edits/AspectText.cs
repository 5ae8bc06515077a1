using System.Globalization;

namespace Atelier.Actions.Images.Edits;

/// <summary>Reads proportions: <c>4:5</c>, <c>16/9</c>, <c>1.5</c>, <c>original</c>.</summary>
internal static class AspectText
{
    /// <summary>Width over height; false for a text that is none, or beyond 1:20 and 20:1.</summary>
    public static bool TryParse(string text, double original, out double aspect)
    {
        aspect = original;
        if (text.Trim() is "original" or "")
        {
            return true;
        }

        var parts = text.Split(':', '/', 'x');
        var numbers = Array.ConvertAll(parts, static part => double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN);
        aspect = numbers switch { [var ratio] => ratio, [var width, var height] => width / height, _ => double.NaN };
        return aspect is >= 0.05 and <= 20;
    }
}
