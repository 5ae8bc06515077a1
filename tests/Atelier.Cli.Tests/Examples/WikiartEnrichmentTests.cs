using System.Text.Json;

namespace Atelier.Cli.Tests.Examples;

/// <summary>The paintings: enriched once, reused ever after.</summary>
[Trait("Speed", "Slow")]
public sealed class WikiartEnrichmentTests : IDisposable
{
    private const string Example = "wikiart-enrichment";

    private readonly ExampleFolder _examples = new();

    public WikiartEnrichmentTests() => ExampleFolder.NeedPictures();

    public void Dispose() => _examples.Dispose();

    [Fact]
    public void Run_TheSample_RejectsTheBrokenAndFindsTheCopy()
    {
        var (exit, report) = _examples.Run(Example);

        Assert.Equal(0, exit);
        Assert.Equal((24, 1, 0, 1), Counts(report));
        var output = Path.Join(_examples.Path, Example, "out");
        Assert.Equal(24, File.ReadLines(Path.Join(output, "paintings.jsonl")).Count());
        Assert.Equal(24, Directory.GetFiles(Path.Join(output, "thumbnails")).Length);
        Assert.True(File.Exists(Path.Join(output, "contact-sheet-1.jpg")));
        var group = Assert.Single(JsonElement.Parse(File.ReadAllText(Path.Join(output, "duplicates.json"))).EnumerateArray());
        Assert.Equal(["low-tide-copy.svg", "low-tide.svg"], group.GetProperty("members").EnumerateArray().Select(static key => key.GetString()));
    }

    [Fact]
    public void Run_TheSample_IsTaggedDescribedAndSearchedByModelsThatSayWhatTheyAre()
    {
        var (_, report) = _examples.Run(Example, "search=a red sunset");

        var records = File.ReadLines(Path.Join(_examples.Path, Example, "out/paintings.jsonl")).Select(static line => JsonElement.Parse(line)).ToList();
        Assert.All(records, static record =>
        {
            Assert.StartsWith("demo:qwen2.5-vl@", record.GetProperty("caption").GetProperty("made_by").GetString());
            Assert.StartsWith("demo:clip@", record.GetProperty("tags").GetProperty("made_by").GetString());
            Assert.StartsWith("demo:clip@", record.GetProperty("embedding").GetProperty("model").GetString());
            Assert.StartsWith("demo:rt-detr@", Assert.Single(record.GetProperty("objects").GetProperty("made_by").EnumerateArray()).GetString());
        });
        Assert.Equal("red", Tag(records, "broken-mirror-no-2.svg"));
        Assert.Equal("purple", Tag(records, "compass-rose.svg"));
        Assert.Equal(5, report.GetProperty("outputs").GetProperty("found").GetArrayLength());
        Assert.Contains("broken-mirror-no-2.svg", report.GetProperty("outputs").GetProperty("found").EnumerateArray().Select(static key => key.GetString()));

        var page = File.ReadAllText(Path.Join(_examples.Path, Example, "out/contact-sheet.html"));
        Assert.Contains("Demo models made some of this", page);
        Assert.Contains("Map of 24 pictures", page);
        Assert.Contains("data-word=\"sunset\"", page);
        Assert.Equal(24, page.Split("<figure>").Length - 1);
        Assert.Contains("class=\"boxes\"", page);
    }

    [Fact]
    public void Export_TheSample_SaysWhatMadeEachPainting()
    {
        var (_, report) = _examples.Run(Example);
        var (exit, lines) = _examples.Atelier("export", report.GetProperty("run").GetString()!, "--block", "enrich");
        var (_, page) = _examples.Atelier("export", report.GetProperty("run").GetString()!, "--block", "enrich", "--format", "html");

        Assert.Equal(0, exit);
        var makers = JsonElement.Parse(lines.Split('\n')[0]).GetProperty("made_by").EnumerateArray().Select(static maker => maker.GetString()!).ToList();
        Assert.Contains("images.palette@1", makers);
        Assert.Contains(makers, static maker => maker.StartsWith("vision.classify@1 (demo:clip@", StringComparison.Ordinal));
        Assert.Contains("<article class=\"card\"", page);
        Assert.Contains("demo:rt-detr@", page);
    }

    [Fact]
    public void Run_AgainAndAfterATouch_RunsOnlyWhatChanged()
    {
        _examples.Run(Example);

        var second = _examples.Steps(_examples.Run(Example).Report);
        Assert.NotEmpty(second);
        Assert.DoesNotContain(second, static step => !step.Reused);

        var touched = Path.Join(_examples.Path, Example, "paintings/pebbles.svg");
        File.SetLastWriteTimeUtc(touched, File.GetLastWriteTimeUtc(touched).AddSeconds(1));
        var third = _examples.Steps(_examples.Run(Example).Report).Where(static step => step.Key is not null).ToList();
        Assert.Equal([("enrich/sidecar", "pebbles.svg", false)], third.Where(static step => !step.Reused));
    }

    [Fact]
    public void Run_OneBrokenStepOfOneItem_LeavesTheOthersAlone()
    {
        _examples.Run(Example);
        File.Delete(Path.Join(_examples.Path, Example, "out/thumbnails/siren.svg.png"));

        var steps = _examples.Steps(_examples.Run(Example).Report);

        Assert.Equal([("enrich/thumbnail", "siren.svg", false)], steps.Where(static step => !step.Reused));
        Assert.True(File.Exists(Path.Join(_examples.Path, Example, "out/thumbnails/siren.svg.png")));
    }

    [Fact]
    public void Run_PicturesWithoutAnyRecord_EnrichesThemAll()
    {
        var shared = Environment.GetEnvironmentVariable("ATELIER_SHARED") ?? Path.Join(ExampleFolder.Repository, "../shared");
        var art = Path.Join(shared, "data/art");
        Assert.SkipUnless(Directory.Exists(art), $"there is no {art}");

        var (exit, report) = _examples.Run(Example, $"folder={art}", "out=art");

        Assert.Equal(0, exit);
        Assert.Equal((Directory.GetFiles(art).Length, 0, 0, 0), Counts(report));
        Assert.DoesNotContain(_examples.Steps(_examples.Run(Example, $"folder={art}", "out=art").Report), static step => !step.Reused);
    }

    private static string? Tag(IEnumerable<JsonElement> records, string file) =>
        records.Single(record => record.GetProperty("file").GetString() == file).GetProperty("tags").GetProperty("best").GetString();

    private static (int Paintings, int Rejected, int Failed, int Duplicates) Counts(JsonElement report)
    {
        var outputs = report.GetProperty("outputs");
        return (outputs.GetProperty("paintings").GetInt32(), outputs.GetProperty("rejected").GetInt32(), outputs.GetProperty("failed").GetInt32(), outputs.GetProperty("duplicates").GetInt32());
    }
}
