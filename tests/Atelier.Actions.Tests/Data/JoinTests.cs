using System.Text.Json;
using Atelier.Sdk;
using Xunit;

namespace Atelier.Actions.Tests.Data;

public sealed class JoinTests : IDisposable
{
    private const string Left = """[{"name":"a","n":1},{"name":"b","n":2},{"name":"c"}]""";
    private const string Right = """[{"file":"b","t":"B"},{"file":"a","t":"A"},{"file":"a","t":"A2"},{"file":"z","t":"Z"}]""";

    private readonly FakeContext _context = new();

    [Fact]
    public async Task Left_KeepsEveryLeftRowAndTellsWhatMatchedNothing()
    {
        var rows = await JoinAsync("left");

        Assert.Equal(["0", "0#2", "1", "2"], rows.ConvertAll(row => row.Key));
        Assert.Equal(["A", "A2", "B", null], rows.ConvertAll(Title));
        Assert.Equal([true, true, true, false], rows.ConvertAll(row => row.Value.GetProperty("matched").GetBoolean()));
        Assert.Equal(2, _context.Lines.Count);
        Assert.Contains(_context.Lines, line => line.Message.StartsWith("1 left rows", StringComparison.Ordinal) && line.Message.EndsWith("2", StringComparison.Ordinal));
        Assert.Contains(_context.Lines, line => line.Message.StartsWith("1 right rows", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Inner_LeavesUnmatchedRowsOut() => Assert.Equal(["0", "0#2", "1"], (await JoinAsync("inner")).ConvertAll(row => row.Key));

    [Fact]
    public async Task Outer_EndsWithTheRightRowsThatMetNothing() =>
        Assert.Equal(("right:3", "Z"), (await JoinAsync("outer")) is [.., var last] ? (last.Key, Title(last)) : default);

    [Fact]
    public async Task Numbers_MeetTexts()
    {
        var rows = await _context.ReadAllAsync("data.join", """{"left":[{"id":7}],"right":[{"id":"7"}],"on":{"left":"id","right":"id"}}""");

        Assert.True(Assert.Single(rows).Value.GetProperty("matched").GetBoolean());
    }

    [Fact]
    public async Task SeveralFieldsAndKeys_AreComparedTogether()
    {
        var left = _context.Handle([new Row("k1", "succeeded", JsonElement.Parse("""{"a":"x"}""")), new Row("k2", "succeeded", JsonElement.Parse("""{"a":"x"}"""))]);

        var rows = await _context.ReadAllAsync("data.join", new { left = left.Source, right = JsonElement.Parse("""[{"k":"k2","v":"x"}]"""), on = new { left = new[] { "$key", "a" }, right = new[] { "k", "v" } } });

        Assert.Equal([("k1", false), ("k2", true)], rows.ConvertAll(row => (row.Key, row.Value.GetProperty("matched").GetBoolean())));
    }

    [Fact]
    public async Task Pages_AreTheSameFromTheirCursorAlone()
    {
        var left = _context.Handle([.. Enumerable.Range(0, 2_500).Select(i => new Row($"l{i}", "succeeded", JsonSerializer.SerializeToElement(new { id = i })))]);
        var right = _context.Handle([.. Enumerable.Range(0, 3_000).Where(i => i % 2 == 0).Select(i => new Row($"r{i}", "succeeded", JsonSerializer.SerializeToElement(new { id = i })))]);
        var input = ActionRuns.ToJson(new { left = left.Source, right = right.Source, on = new { left = "id", right = "id" }, how = "outer" });

        var inARow = await _context.ReadAllAsync("data.join", input);
        var alone = new List<string>();
        string? cursor = null;
        do
        {
            var page = Assert.IsType<ActionResult<SourcePage>.Succeeded>(await _context.PageAsync("data.join", input, cursor)).Output;
            alone.AddRange(page.Rows.Select(row => row.Key));
            cursor = page.Cursor;
        }
        while (cursor is not null);

        Assert.Equal(2_500 + 250, inARow.Count);
        Assert.Equal(inARow.ConvertAll(row => row.Key), alone);
    }

    [Fact]
    public async Task RightSideThatIsTooLarge_SaysWhatToDo()
    {
        var row = new Row("r", "succeeded", JsonElement.Parse("""{"id":1}"""));
        var right = _context.Handle([.. Enumerable.Repeat(row, 200_001)]);

        var failed = Assert.IsType<ActionResult<SourcePage>.Failed>(await _context.PageAsync("data.join", new { left = JsonElement.Parse("[]"), right = right.Source, on = new { left = "id", right = "id" } }));

        Assert.Equal("ATL5204", failed.Failure.Code);
        Assert.Contains("sql_query", failed.Failure.Message);
    }

    public void Dispose() => _context.Dispose();

    private static string? Title(SourceRow row) =>
        row.Value.GetProperty("right") is { ValueKind: JsonValueKind.Object } right ? right.GetProperty("t").GetString() : null;

    private Task<List<SourceRow>> JoinAsync(string how) =>
        _context.ReadAllAsync("data.join", $$"""{"left":{{Left}},"right":{{Right}},"on":{"left":"name","right":"file"},"how":"{{how}}"}""");
}
