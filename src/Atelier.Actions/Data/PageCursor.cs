using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Atelier.Actions.Data;

/// <summary>Where a page of a file starts: <c>offset:row:line:stamp</c>.</summary>
/// <param name="Offset">Byte in the file.</param>
/// <param name="Row">Rows before it.</param>
/// <param name="Line">Lines before it, for messages.</param>
/// <param name="Stamp">The file's <see cref="FileSource.Stamp"/> when the first page was read.</param>
internal readonly record struct PageCursor(long Offset, long Row, long Line, string Stamp)
{
    /// <summary>Reads the cursor, or starts; throws a <see cref="DataException"/> when the file is another by now.</summary>
    public static PageCursor Read(string? cursor, FileSource source)
    {
        var stamp = source.Stamp;
        if (cursor is null)
        {
            return new PageCursor(0, 0, 0, stamp);
        }

        if (!TryParse(cursor, out var read))
        {
            throw new DataException(ActionCodes.DataBroken, $"`{cursor}` is no cursor of this action");
        }

        return read.Stamp == stamp
            ? read
            : throw new DataException(ActionCodes.DataChanged, $"`{source.Name}` changed while it was read, after row {read.Row}; start a new run, and write new data to a new file or rename it into place");
    }

    public override string ToString() => $"{Offset}:{Row}:{Line}:{Stamp}";

    private static bool TryParse(string text, [NotNullWhen(true)] out PageCursor cursor)
    {
        cursor = default;
        var parts = text.Split(':', 4);
        if (parts.Length != 4
            || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
            || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            || !long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var line))
        {
            return false;
        }

        cursor = new PageCursor(offset, row, line, parts[3]);
        return true;
    }
}
