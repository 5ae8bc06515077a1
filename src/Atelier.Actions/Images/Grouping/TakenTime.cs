using System.Globalization;

namespace Atelier.Actions.Images.Grouping;

/// <summary>Reads when a picture was taken.</summary>
internal static class TakenTime
{
    private const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces;

    /// <summary>EXIF form (<c>2026:01:31 18:30:00</c>) or RFC 3339; null for anything else. A time without a zone counts as UTC.</summary>
    public static DateTimeOffset? Read(string? text) =>
        DateTimeOffset.TryParseExact(text, "yyyy:MM:dd HH:mm:ss", CultureInfo.InvariantCulture, Styles, out var exif) ? exif
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Styles, out var moment) ? moment
        : null;
}
