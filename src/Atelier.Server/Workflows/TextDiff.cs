using Atelier.Api.Workflows;

namespace Atelier.Server.Workflows;

/// <summary>How texts differ, line by line: the shortest edit script (E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986), with three lines around each change.</summary>
internal static class TextDiff
{
    private const int Around = 3;

    /// <summary>Edits beyond which a text is shown as wholly replaced: two texts that share little are no better read interleaved.</summary>
    private const int MostEdits = 4000;

    public static IReadOnlyList<DiffFile> Of(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after) =>
        [.. before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
            .Where(name => before.GetValueOrDefault(name) != after.GetValueOrDefault(name))
            .Select(name => new DiffFile { Name = name, Lines = Lines(before.GetValueOrDefault(name, string.Empty), after.GetValueOrDefault(name, string.Empty)) })];

    /// <summary>Changed lines with their surroundings; what is left out between them is a gap.</summary>
    public static IReadOnlyList<DiffLine> Lines(string before, string after)
    {
        var all = Script(Split(before), Split(after));
        var near = new bool[all.Count];
        for (var index = 0; index < all.Count; index++)
        {
            if (all[index].Kind != "same")
            {
                near.AsSpan(Math.Max(0, index - Around), Math.Min(all.Count, index + Around + 1) - Math.Max(0, index - Around)).Fill(true);
            }
        }

        var shown = new List<DiffLine>();
        for (var index = 0; index < all.Count; index++)
        {
            if (near[index])
            {
                shown.Add(all[index]);
            }
            else if (shown.Count == 0 || shown[^1].Kind != "gap")
            {
                shown.Add(new DiffLine { Kind = "gap", Text = string.Empty });
            }
        }

        return shown;
    }

    private static string[] Split(string text) => text.Length == 0 ? [] : text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    private static List<DiffLine> Script(string[] before, string[] after)
    {
        var trace = Trace(before, after);
        var lines = new List<DiffLine>();
        var (x, y) = (before.Length, after.Length);
        for (var edits = trace.Count - 1; edits > 0; edits--)
        {
            var (furthest, k) = (trace[edits - 1], x - y);
            var down = k == -edits || (k != edits && At(furthest, k - 1) < At(furthest, k + 1));
            var fromX = At(furthest, down ? k + 1 : k - 1);
            var fromY = fromX - (down ? k + 1 : k - 1);
            while (x > fromX && y > fromY)
            {
                lines.Add(Same(before, --x, --y));
            }

            lines.Add(down ? Added(after, --y) : Removed(before, --x));
            if (!down)
            {
                y = fromY;
            }
            else
            {
                x = fromX;
            }
        }

        while (x > 0 && y > 0)
        {
            lines.Add(Same(before, --x, --y));
        }

        while (x > 0)
        {
            lines.Add(Removed(before, --x));
        }

        while (y > 0)
        {
            lines.Add(Added(after, --y));
        }

        lines.Reverse();
        return lines;
    }

    /// <summary>The furthest x on each diagonal after 0, 1, 2 ... edits, until the end is reached; empty: too many edits.</summary>
    private static List<Dictionary<int, int>> Trace(string[] before, string[] after)
    {
        var trace = new List<Dictionary<int, int>>();
        var furthest = new Dictionary<int, int> { [1] = 0 };
        for (var edits = 0; edits <= Math.Min(before.Length + after.Length, MostEdits); edits++)
        {
            var next = new Dictionary<int, int>();
            for (var k = -edits; k <= edits; k += 2)
            {
                var x = k == -edits || (k != edits && At(furthest, k - 1) < At(furthest, k + 1)) ? At(furthest, k + 1) : At(furthest, k - 1) + 1;
                while (x < before.Length && x - k < after.Length && x - k >= 0 && before[x] == after[x - k])
                {
                    x++;
                }

                next[k] = x;
                if (x >= before.Length && x - k >= after.Length)
                {
                    trace.Add(next);
                    return trace;
                }
            }

            trace.Add(next);
            furthest = next;
        }

        return [];
    }

    private static int At(Dictionary<int, int> furthest, int diagonal) => furthest.GetValueOrDefault(diagonal, -1);

    private static DiffLine Same(string[] before, int x, int y) => new() { Kind = "same", Old = x + 1, New = y + 1, Text = before[x] };

    private static DiffLine Added(string[] after, int y) => new() { Kind = "added", New = y + 1, Text = after[y] };

    private static DiffLine Removed(string[] before, int x) => new() { Kind = "removed", Old = x + 1, Text = before[x] };
}
