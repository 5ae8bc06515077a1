using System.Diagnostics;
using Atelier.Sdk;
using Xunit;

namespace Atelier.Actions.Tests;

/// <summary>
/// A million rows under a heap limit of 256 MB. The limit is set when a process starts, so a test starts this program again, for one explicit
/// test in it.
/// </summary>
public sealed class MillionRowsTests
{
    private const int Million = 1_000_000;

    [Fact]
    public Task JsonLines_OfAMillion_FitUnder256Megabytes() => RunLimitedAsync(nameof(Limited_JsonLines));

    [Fact(Explicit = true)]
    public Task Listing_OfAMillion_FitsUnder256Megabytes() => RunLimitedAsync(nameof(Limited_Listing));

    [Fact(Explicit = true)]
    public async Task Limited_JsonLines()
    {
        using var context = new FakeContext();
        await using (var lines = File.CreateText(Path.Join(context.BaseFolder, "a.jsonl")))
        {
            for (var i = 0; i < Million; i++)
            {
                lines.Write($$"""{"id":{{i}},"text":"a post of about a hundred bytes, as posts are, with a number at its end: {{i}}"}""");
                lines.Write('\n');
            }
        }

        Assert.Equal(Million, await CountAsync(context, "data.read_jsonl", """{"path":"a.jsonl","key":"id"}"""));
    }

    [Fact(Explicit = true)]
    public async Task Limited_Listing()
    {
        using var context = new FakeContext();
        var folder = Directory.CreateDirectory(Path.Join(context.BaseFolder, "in")).FullName;
        for (var i = 0; i < Million; i++)
        {
            File.Create(Path.Join(folder, $"picture-{i:D7}.jpg")).Dispose();
        }

        Assert.Equal(Million, await CountAsync(context, "files.list", """{"path":"in","match":"*.jpg","digest":false}"""));
    }

    private static async Task<int> CountAsync(FakeContext context, string action, string input)
    {
        var source = (ISourceAction)ActionRuns.Find(action);
        var (count, cursor, last) = (0, (string?)null, string.Empty);
        do
        {
            var page = Assert.IsType<ActionResult<SourcePage>.Succeeded>(await source.ReadPageAsync(ActionRuns.Json(input), cursor, context, CancellationToken.None)).Output;
            count += page.Rows.Count;
            last = page.Rows.Count > 0 ? page.Rows[^1].Key : last;
            cursor = page.Cursor;
        }
        while (cursor is not null);

        Assert.Contains("999999", last);
        return count;
    }

    private static async Task RunLimitedAsync(string test)
    {
        var start = new ProcessStartInfo(Path.Join(AppContext.BaseDirectory, "Atelier.Actions.Tests"), ["-noLogo", "-explicit", "only", "-method", $"{typeof(MillionRowsTests).FullName}.{test}"])
        {
            RedirectStandardOutput = true,
            Environment = { ["DOTNET_GCHeapHardLimit"] = "0x10000000" },
        };
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0 && said.Contains("Total: 1,", StringComparison.Ordinal) && said.Contains("Failed: 0", StringComparison.Ordinal), said);
    }
}
