using System.Globalization;

namespace Atelier.Cli.Terminals;

/// <summary>Numbers, times and values as people read them.</summary>
internal static class Texts
{
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    public static string Count(long count, string noun) => $"{Count(count)} {noun}{(count == 1 ? string.Empty : "s")}";

    public static string Moment(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string Duration(TimeSpan time) => time.TotalSeconds switch
    {
        < 1 => $"{time.TotalMilliseconds:0} ms",
        < 10 => $"{time.TotalSeconds:0.0} s",
        < 120 => $"{time.TotalSeconds:0} s",
        < 7200 => $"{time.TotalMinutes:0} min",
        _ => $"{time.TotalHours:0.0} h",
    };

    public static string Cut(string text, int length)
    {
        text = text.ReplaceLineEndings(" ");
        return text.Length <= length ? text : string.Concat(text.AsSpan(0, length - 1), "…");
    }

    /// <summary>A path as short as it reads well from the current folder.</summary>
    public static string PathText(string path)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }
}
