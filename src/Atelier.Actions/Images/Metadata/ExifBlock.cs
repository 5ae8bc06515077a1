using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Atelier.Actions.Images.Metadata;

/// <summary>What an EXIF block says. A broken one says what can still be read, or nothing.</summary>
internal sealed record ExifBlock(IReadOnlyDictionary<string, string> Fields, string? Taken, double? Latitude, double? Longitude)
{
    private const int MaxText = 2_000;

    /// <summary>Reads a block as stored in files; null reads as empty.</summary>
    public static ExifBlock Read(byte[]? exif)
    {
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (!TiffBlock.TryRead(exif, out var block))
        {
            return new ExifBlock(fields, null, null, null);
        }

        double? latitude = null;
        double? longitude = null;
        var main = block.Folder(block.First);
        Add(block, main, ExifTags.Main, fields);
        foreach (var folder in main.Where(entry => entry.Tag is ExifTags.ExifFolder or ExifTags.GpsFolder && entry.Type == 4))
        {
            var entries = block.Folder(block.UInt32(folder.Offset));
            if (folder.Tag == ExifTags.ExifFolder)
            {
                Add(block, entries, ExifTags.Exif, fields);
            }
            else
            {
                Add(block, entries, ExifTags.Gps, fields);
                latitude = Degrees(block, entries, 0x0002, fields.GetValueOrDefault("GPSLatitudeRef") == "S");
                longitude = Degrees(block, entries, 0x0004, fields.GetValueOrDefault("GPSLongitudeRef") == "W");
            }
        }

        return new ExifBlock(fields, TakenOf(fields), latitude, longitude);
    }

    private static void Add(TiffBlock block, IReadOnlyList<TiffEntry> entries, FrozenDictionary<ushort, string> names, SortedDictionary<string, string> fields)
    {
        foreach (var entry in entries)
        {
            if (names.TryGetValue(entry.Tag, out var name) && Text(block, entry) is { Length: > 0 } text)
            {
                fields[name] = text;
            }
        }
    }

    private static string? Text(TiffBlock block, TiffEntry entry) => entry.Type switch
    {
        2 => Encoding.UTF8.GetString(block.Bytes, entry.Offset, Math.Min(entry.Count, MaxText)).Split('\0')[0].Trim(),
        3 when entry.Count > 0 => block.UInt16(entry.Offset).ToString(CultureInfo.InvariantCulture),
        4 when entry.Count > 0 => block.UInt32(entry.Offset).ToString(CultureInfo.InvariantCulture),
        9 when entry.Count > 0 => ((int)block.UInt32(entry.Offset)).ToString(CultureInfo.InvariantCulture),
        5 or 10 when entry.Count is > 0 and < 8 => string.Join(' ', Enumerable.Range(0, entry.Count).Select(i => Fraction(block, entry, i))),
        _ => null,
    };

    private static string Fraction(TiffBlock block, TiffEntry entry, int index)
    {
        var (over, under) = Parts(block, entry, index);
        return under == 0 ? "0" : over == 1 && under > 1 ? $"1/{under}" : ((double)over / under).ToString("0.######", CultureInfo.InvariantCulture);
    }

    private static (long Over, long Under) Parts(TiffBlock block, TiffEntry entry, int index)
    {
        var at = entry.Offset + (index * 8);
        return entry.Type == 10
            ? ((int)block.UInt32(at), (int)block.UInt32(at + 4))
            : (block.UInt32(at), block.UInt32(at + 4));
    }

    private static double? Degrees(TiffBlock block, IReadOnlyList<TiffEntry> entries, ushort tag, bool negative)
    {
        var entry = entries.FirstOrDefault(candidate => candidate.Tag == tag);
        if (entry is not { Type: 5, Count: 3 })
        {
            return null;
        }

        var parts = Enumerable.Range(0, 3).Select(i => Parts(block, entry, i)).ToArray();
        if (parts.Any(part => part.Under == 0))
        {
            return null;
        }

        var degrees = parts.Select((part, i) => (double)part.Over / part.Under / Math.Pow(60, i)).Sum();
        return Math.Round(negative ? -degrees : degrees, 7);
    }

    private static string? TakenOf(SortedDictionary<string, string> fields)
    {
        var text = fields.GetValueOrDefault("DateTimeOriginal") ?? fields.GetValueOrDefault("DateTimeDigitized") ?? fields.GetValueOrDefault("DateTime");
        if (!DateTime.TryParseExact(text, "yyyy:MM:dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return null;
        }

        var offset = fields.GetValueOrDefault("OffsetTimeOriginal") ?? fields.GetValueOrDefault("OffsetTime");
        var known = offset is { Length: 6 } && offset[0] is '+' or '-' && TimeSpan.TryParse(offset[1..], CultureInfo.InvariantCulture, out _);
        return time.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture) + (known ? offset : string.Empty);
    }
}
