using System.Text;
using System.Text.Json;
using Atelier.Sdk;
using Xunit;

namespace Atelier.Actions.Tests.Data;

public sealed class JsonTests : IDisposable
{
    private readonly FakeContext _context = new();

    [Fact]
    public async Task ReadLines_ARowALine_KeyedByItsNumber()
    {
        _context.File("a.jsonl", "\uFEFF{\"a\":1}\r\n\n  \n[2]\n\"🎨\"");

        var rows = await _context.ReadAllAsync("data.read_jsonl", """{"path":"a.jsonl"}""");

        Assert.Equal([("1", """{"a":1}"""), ("4", "[2]"), ("5", "\"🎨\"")], rows.ConvertAll(row => (row.Key, row.Value.GetRawText())));
    }

    [Fact]
    public async Task ReadLines_ByPages_GoesOnFromTheCursorAlone()
    {
        _context.File("a.jsonl", string.Concat(Enumerable.Range(0, 3_500).Select(i => $$"""{"id":"k,{{i}}"}""" + "\n")));

        var rows = await _context.ReadAllAsync("data.read_jsonl", """{"path":"a.jsonl","key":"/id"}""");

        Assert.Equal(Enumerable.Range(0, 3_500).Select(i => $"k,{i}"), rows.Select(row => row.Key));
    }

    [Fact]
    public async Task ReadLines_OfABrokenLine_NamesIt()
    {
        _context.File("a.jsonl", "1\n{\"a\":\n2\n");

        var failure = await FailAsync("data.read_jsonl", """{"path":"a.jsonl"}""");

        Assert.Equal("ATL5201", failure.Code);
        Assert.Contains("line 2", failure.Message);
        Assert.Equal(["1", "3"], (await _context.ReadAllAsync("data.read_jsonl", """{"path":"a.jsonl","on_bad_line":"skip"}""")).ConvertAll(row => row.Key));
    }

    [Fact]
    public async Task ReadLines_WithoutTheKeyField_NamesTheLine()
    {
        _context.File("a.jsonl", "{\"id\":1}\n{\"di\":2}\n");

        Assert.Contains("line 2", (await FailAsync("data.read_jsonl", """{"path":"a.jsonl","key":"id"}""")).Message);
    }

    [Theory]
    [InlineData("""[{"id":"a"},{"id":"b"}]""", "", "1 2")]
    [InlineData(""" { "skip": [1,{"x":"]"}], "data" : {"items":[ 1 , true,null,"s,]" ] } } """, "/data/items", "1 2 3 4")]
    [InlineData("""{"x":{"first":{"n":1},"sec\"ond":2}}""", "/x", "first sec\"ond")]
    [InlineData("[]", "", "")]
    [InlineData("{}", "", "")]
    public async Task ReadJson_ReadsListsAndObjects(string text, string at, string keys)
    {
        _context.File("a.json", text);

        var rows = await _context.ReadAllAsync("data.read_json", new { path = "a.json", at });

        Assert.Equal(keys, string.Join(' ', rows.Select(row => row.Key)));
    }

    [Fact]
    public async Task ReadJson_ByPages_GivesEveryElementOnce()
    {
        var text = new StringBuilder("{\"items\":[");
        text.AppendJoin(" ,\n", Enumerable.Range(0, 2_345).Select(i => $$"""{"id":{{i}},"text":"{{new string('x', i % 300)}}"}"""));
        _context.File("a.json", text.Append("]}").ToString());

        var rows = await _context.ReadAllAsync("data.read_json", """{"path":"a.json","at":"/items","key":"id"}""");

        Assert.Equal(Enumerable.Range(0, 2_345).Select(i => i.ToString()), rows.Select(row => row.Key));
    }

    [Theory]
    [InlineData("""[{"a":1},{"a":""", "", "ATL5201")]
    [InlineData("""[1,2""", "", "ATL5201")]
    [InlineData("""[1,x]""", "", "ATL5201")]
    [InlineData("""{"a":1}""", "/b", "ATL5202")]
    [InlineData("""{"a":1}""", "/a", "ATL5202")]
    [InlineData("""7""", "", "ATL5202")]
    [InlineData("", "", "ATL5201")]
    public async Task ReadJson_OfWhatDoesNotFit_FailsWithItsCode(string text, string at, string code)
    {
        _context.File("a.json", text);

        var failure = await FailAsync("data.read_json", new { path = "a.json", at });

        Assert.Equal(code, failure.Code);
        Assert.Contains("a.json", failure.Message);
    }

    [Fact]
    public async Task WriteLines_IsDeterministicAndHoldsUntilChanged()
    {
        var rows = _context.Handle(
        [
            new Row("k1", "succeeded", JsonElement.Parse("""{"b":"ü<","key":"old"}""")),
            new Row("k2", "rejected", JsonElement.Parse("null")),
            new Row("k3", "empty", JsonElement.Parse("3")),
        ]);
        var input = ActionRuns.ToJson(new { path = "x.jsonl", rows = rows.Source, key_as = "key" });

        var output = await _context.SucceedAsync("data.write_jsonl", input);

        var path = Path.Join(_context.BaseFolder, "x.jsonl");
        Assert.Equal("{\"key\":\"k1\",\"b\":\"ü<\"}\n{\"key\":\"k3\",\"value\":3}\n", File.ReadAllText(path));
        Assert.True(await ActionRuns.Find("data.write_jsonl").StillHoldsAsync(input, output, _context, CancellationToken.None));
        File.AppendAllText(path, "\n");
        Assert.False(await ActionRuns.Find("data.write_jsonl").StillHoldsAsync(input, output, _context, CancellationToken.None));
    }

    public void Dispose() => _context.Dispose();

    private async Task<StepFailure> FailAsync(string action, object input) =>
        Assert.IsType<ActionResult<SourcePage>.Failed>(await _context.PageAsync(action, input)).Failure;
}
