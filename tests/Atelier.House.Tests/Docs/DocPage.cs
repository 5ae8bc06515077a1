using System.Globalization;
using System.Text.RegularExpressions;

namespace Atelier.House.Tests.Docs;

/// <summary>
/// The runnable blocks of a Markdown page. A comment directly above a fence changes what is done with it:
/// <c>&lt;!-- not run: reason --&gt;</c> exempts the block, <c>&lt;!-- exits 3 --&gt;</c> names the exit status.
/// </summary>
internal static partial class DocPage
{
    public static IReadOnlyList<DocBlock> Blocks(string text)
    {
        var blocks = new List<DocBlock>();
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var index = 0; index < lines.Length; index++)
        {
            var fence = Fence().Match(lines[index]);
            if (!fence.Success)
            {
                continue;
            }

            var start = index + 1;
            var end = Array.FindIndex(lines, start, line => line.TrimEnd() == "```");
            end = end < 0 ? lines.Length : end;
            var note = NoteAbove(lines, index);
            if (!NotRun().IsMatch(note))
            {
                var exits = Exits().Match(note);
                var status = exits.Success ? int.Parse(exits.Groups["status"].Value, CultureInfo.InvariantCulture) : 0;
                blocks.Add(new DocBlock(start, fence.Groups["language"].Value, string.Join('\n', lines[start..end]), status));
            }

            index = end;
        }

        return blocks;
    }

    private static string NoteAbove(string[] lines, int fence)
    {
        var above = fence - 1;
        while (above >= 0 && lines[above].Length == 0)
        {
            above--;
        }

        return above >= 0 ? lines[above] : "";
    }

    [GeneratedRegex(@"^```(?<language>\w+)\s*$")]
    private static partial Regex Fence();

    [GeneratedRegex(@"<!-- not run: \S.* -->")]
    private static partial Regex NotRun();

    [GeneratedRegex(@"<!-- exits (?<status>\d+) -->")]
    private static partial Regex Exits();
}
