using System.Text;
using System.Text.Json;
using Atelier.Sdk;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Atelier.Actions.Tests.Data;

public sealed class CsvTests : IDisposable
{
    private static readonly string[] Awkward = ["a", "é", "🎨", ",", "\"", "\n", "\r", " ", ";", "7"];

    private readonly FakeContext _context = new();

    [Fact]
    public async Task Read_Records_BecomeObjects()
    {
        _context.File("a.csv", "\uFEFFid,text\r\n1,\"a, \"\"b\"\"\r\nc\"\r\n\r\n2,🎨\r\n3,\"\"");

        var rows = await _context.ReadAllAsync("data.read_csv", """{"path":"a.csv"}""");

        Assert.Equal(["1", "2", "3"], rows.ConvertAll(row => row.Key));
        Assert.Equal("a, \"b\"\r\nc", rows[0].Value.GetProperty("text").GetString());
        Assert.Equal("🎨", rows[1].Value.GetProperty("text").GetString());
        Assert.Equal("", rows[2].Value.GetProperty("text").GetString());
    }

    [Fact]
    public async Task Read_WithKeyAndTypes_NamesRowsAndReadsNumbers()
    {
        _context.File("a.tsv", "id\tn\tb\te\tz\nx,\"y\t1.5\ttrue\t\t007\n");

        var row = Assert.Single(await _context.ReadAllAsync("data.read_csv", """{"path":"a.tsv","key":"id","types":"infer"}"""));

        Assert.Equal("x,\"y", row.Key);
        Assert.Equal("""{"id":"x,\u0022y","n":1.5,"b":true,"e":null,"z":"007"}""", row.Value.GetRawText());
    }

    [Fact]
    public async Task Read_WithoutHeader_NumbersTheColumns()
    {
        _context.File("a.csv", "1;2\n3;4\n");

        var rows = await _context.ReadAllAsync("data.read_csv", """{"path":"a.csv","header":false,"delimiter":";"}""");

        Assert.Equal("""{"c1":"3","c2":"4"}""", rows[1].Value.GetRawText());
    }

    [Fact]
    public async Task Read_OfAnArtifactByPages_GivesEveryRowOnce()
    {
        var text = new StringBuilder("id,text\n");
        for (var i = 0; i < 2_600; i++)
        {
            text.Append(i).Append(",\"line\n").Append(i).Append("\"\n");
        }

        var rows = await _context.ReadAllAsync("data.read_csv", new { file = _context.Memory.Add(text.ToString(), "text/csv"), key = "id" });

        Assert.Equal(Enumerable.Range(0, 2_600).Select(i => i.ToString()), rows.Select(row => row.Key));
    }

    [Theory]
    [InlineData("a,b\n1,2\n1\n", "line 3")]
    [InlineData("a,b\n1,2\n1,2,3\n", "3 cells")]
    [InlineData("a,b\n1,\"2\n3,4\n", "never closed")]
    [InlineData("a,b\n1,\"2\"x\n3,4\n", "behind a closing quote")]
    public async Task Read_OfABrokenRecord_FailsWithItsPlace(string text, string expected)
    {
        _context.File("a.csv", text);

        var failure = await FailAsync("""{"path":"a.csv"}""");

        Assert.Equal("ATL5201", failure.Code);
        Assert.Contains(expected, failure.Message);
    }

    [Fact]
    public async Task Read_SkippingBrokenRecords_WarnsAndKeepsTheNumbers()
    {
        _context.File("a.csv", "a,b\n1,2\n1\n\"x\"y,3\n5,6\n");

        var rows = await _context.ReadAllAsync("data.read_csv", """{"path":"a.csv","on_bad_line":"skip"}""");

        Assert.Equal(["1", "4"], rows.ConvertAll(row => row.Key));
        Assert.Equal(2, _context.Lines.Count(line => line.Level == StepLogLevel.Warning));
    }

    [Theory]
    [InlineData("a,a\n1,2\n", "{\"path\":\"a.csv\"}", "ATL5202")]
    [InlineData("a,b\n1,2\n", "{\"path\":\"a.csv\",\"key\":\"id\"}", "ATL5202")]
    [InlineData("a,b\n,2\n", "{\"path\":\"a.csv\",\"key\":\"a\"}", "ATL5202")]
    [InlineData("a", "{\"path\":\"gone.csv\"}", "ATL5101")]
    [InlineData("a", "{\"path\":\"a.csv\",\"delimiter\":\"\\n\"}", "ATL5001")]
    public async Task Read_OfWhatDoesNotFit_FailsWithItsCode(string text, string input, string code)
    {
        _context.File("a.csv", text);

        Assert.Equal(code, (await FailAsync(input)).Code);
    }

    [Fact]
    public async Task Read_OfLatin1AsUtf8_SaysWhatToDo()
    {
        File.WriteAllBytes(Path.Join(_context.BaseFolder, "a.csv"), [.. "a\n"u8, 0xFC, 10]);

        Assert.Contains("latin1", (await FailAsync("""{"path":"a.csv"}""")).Message);
        Assert.Equal("ü", Assert.Single(await _context.ReadAllAsync("data.read_csv", """{"path":"a.csv","encoding":"latin1"}""")).Value.GetProperty("a").GetString());
    }

    [Fact]
    public async Task Read_OfAFileThatChangedBetweenPages_Fails()
    {
        var path = _context.File("a.csv", "a\n" + string.Concat(Enumerable.Range(0, 1_500).Select(i => i + "\n")));
        var page = Assert.IsType<ActionResult<SourcePage>.Succeeded>(await _context.PageAsync("data.read_csv", """{"path":"a.csv"}""")).Output;
        File.AppendAllText(path, "x\n");

        var failed = Assert.IsType<ActionResult<SourcePage>.Failed>(await _context.PageAsync("data.read_csv", """{"path":"a.csv"}""", page.Cursor));

        Assert.Equal("ATL5203", failed.Failure.Code);
    }

    [Fact]
    public void WriteThenRead_OfAnyCells_GivesThemBack() =>
        Prop.ForAll(Gen.Choose(1, 1_000_000).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var cells = Enumerable.Range(0, random.Next(1, 30)).Select(_ => Cells(random)).ToList();
            using var context = new FakeContext();
            var rows = context.Handle([.. cells.Select((pair, i) => new Row($"k{i}", "succeeded", JsonSerializer.SerializeToElement(new { a = pair.A, b = pair.B })))]);
            context.SucceedAsync("data.write_csv", new { path = "x.csv", rows = rows.Source }).GetAwaiter().GetResult();
            var read = context.ReadAllAsync("data.read_csv", """{"path":"x.csv"}""").GetAwaiter().GetResult();
            return read.Select(row => (row.Value.GetProperty("a").GetString()!, row.Value.GetProperty("b").GetString()!)).SequenceEqual(cells);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public async Task Write_UnitesTheColumnsAndLeavesOutFailedRows()
    {
        var rows = _context.Handle(
        [
            new Row("k,1", "succeeded", JsonElement.Parse("""{"a":1,"b":"x"}""")),
            new Row("k2", "failed", JsonElement.Parse("null")),
            new Row("k3", "succeeded", JsonElement.Parse("""{"c":[1,"y"],"a":null}""")),
        ]);

        var output = await _context.SucceedAsync("data.write_csv", new { path = "out/x.csv", rows = rows.Source, key_as = "key" });

        Assert.Equal("key,a,b,c\n\"k,1\",1,x,\nk3,,,\"[1,\"\"y\"\"]\"\n", File.ReadAllText(Path.Join(_context.BaseFolder, "out/x.csv")));
        Assert.Equal(2, output.GetProperty("rows").GetInt64());
        Assert.True(ActionJson.TryRead<Artifact>(output, out var artifact, out _));
        Assert.Equal("text/csv", artifact.MediaType);
    }

    [Fact]
    public async Task Write_ChosenColumnsByPointer_InTheirOrder()
    {
        await _context.SucceedAsync("data.write_csv", """{"path":"x.csv","rows":[{"a":{"b":2},"c":3}],"columns":["c","/a/b"],"header":false,"delimiter":";"}""");

        Assert.Equal("3;2\n", File.ReadAllText(Path.Join(_context.BaseFolder, "x.csv")));
    }

    public void Dispose() => _context.Dispose();

    private static (string A, string B) Cells(Random random) => (Cell(random), Cell(random));

    private static string Cell(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(0, 6)).Select(_ => Awkward[random.Next(Awkward.Length)]));

    private async Task<StepFailure> FailAsync(string input) =>
        Assert.IsType<ActionResult<SourcePage>.Failed>(await _context.PageAsync("data.read_csv", input)).Failure;
}
