using System.Text.Json;
using Atelier.Sdk;
using Xunit;

namespace Atelier.Actions.Tests.Data;

public sealed class SqlTests : IDisposable
{
    private readonly FakeContext _context = new();

    [Fact]
    public async Task Upsert_InsertsThenReplaces_AndQueryReadsBack()
    {
        await UpsertAsync("""[{"id":"a,1","n":1,"x":true,"l":[1]},{"id":"b'2","n":2.5,"x":null,"l":"t"}]""");
        await UpsertAsync("""[{"id":"a,1","n":3}]""");

        var rows = await _context.ReadAllAsync("data.sql_query", """{"database":"x.db","sql":"SELECT * FROM t WHERE n > @least ORDER BY id","parameters":{"least":0},"key":"id"}""");

        Assert.Equal(["a,1", "b'2"], rows.ConvertAll(row => row.Key));
        Assert.Equal("""{"id":"a,1","n":3,"x":1,"l":"[1]"}""", rows[0].Value.GetRawText());
        Assert.Equal(JsonValueKind.Null, rows[1].Value.GetProperty("x").ValueKind);
    }

    [Fact]
    public async Task Upsert_WithARowThatDoesNotFit_ChangesNothing()
    {
        await UpsertAsync("""[{"id":1,"n":1}]""");

        var failure = await _context.FailAsync("data.sql_upsert", Input("""[{"id":2,"n":2},{"n":3}]"""));

        Assert.Equal("ATL5202", failure.Code);
        Assert.Single(await QueryAsync("SELECT * FROM t"));
    }

    [Fact]
    public async Task Upsert_StillHolds_UntilARowChanges()
    {
        var input = ActionRuns.Json(Input("""[{"id":1,"n":null},{"id":2,"n":0.1}]"""));
        var output = await _context.SucceedAsync("data.sql_upsert", input);
        var action = ActionRuns.Find("data.sql_upsert");

        Assert.True(await action.StillHoldsAsync(input, output, _context, CancellationToken.None));
        await UpsertAsync("""[{"id":2,"n":0.2}]""");
        Assert.False(await action.StillHoldsAsync(input, output, _context, CancellationToken.None));
    }

    [Fact]
    public async Task Upsert_IntoATableWithoutTheIndex_SaysWhatSqliteSays()
    {
        await UpsertAsync("""[{"id":1,"n":1}]""");

        var failure = await _context.FailAsync("data.sql_upsert", """{"database":"x.db","table":"t","key":"n","rows":[{"id":1,"n":1}]}""");

        Assert.Equal("ATL5207", failure.Code);
    }

    [Fact]
    public async Task Query_ByPages_GoesOnFromTheCursorAlone()
    {
        await _context.SucceedAsync("data.sql_upsert", JsonSerializer.SerializeToElement(new { database = "x.db", table = "t", key = "id", rows = Enumerable.Range(0, 2_500).Select(id => new { id }) }));
        const string Input = """{"database":"x.db","sql":"SELECT id FROM t ORDER BY id","key":"id"}""";
        var alone = new List<string>();
        string? cursor = null;
        do
        {
            var page = Assert.IsType<ActionResult<SourcePage>.Succeeded>(await _context.PageAsync("data.sql_query", Input, cursor)).Output;
            alone.AddRange(page.Rows.Select(row => row.Key));
            cursor = page.Cursor;
        }
        while (cursor is not null);

        Assert.Equal(Enumerable.Range(0, 2_500).Select(i => i.ToString()), alone);
        Assert.Equal(alone, (await _context.ReadAllAsync("data.sql_query", Input)).Select(row => row.Key));
    }

    [Theory]
    [InlineData("""{"database":"gone.db","sql":"SELECT 1"}""", "ATL5101")]
    [InlineData("""{"database":"x.db","sql":"SELECT * FROM missing"}""", "ATL5207")]
    [InlineData("""{"database":"x.db","sql":"DELETE FROM t"}""", "ATL5102")]
    [InlineData("""{"database":"x.db","sql":"SELECT * FROM t WHERE n = @no"}""", "ATL5207")]
    [InlineData("""{"database":"not.db","sql":"SELECT * FROM t"}""", "ATL5206")]
    public async Task Query_ThatCannotBe_FailsWithItsCode(string input, string code)
    {
        await UpsertAsync("""[{"id":1,"n":1}]""");
        _context.File("not.db", new string('x', 5_000));

        var failure = Assert.IsType<ActionResult<SourcePage>.Failed>(await _context.PageAsync("data.sql_query", input)).Failure;

        Assert.Equal(code, failure.Code);
    }

    public void Dispose() => _context.Dispose();

    private static string Input(string rows) => $$"""{"database":"x.db","table":"t","key":"id","rows":{{rows}}}""";

    private Task<JsonElement> UpsertAsync(string rows) => _context.SucceedAsync("data.sql_upsert", Input(rows));

    private Task<List<SourceRow>> QueryAsync(string sql) => _context.ReadAllAsync("data.sql_query", new { database = "x.db", sql });
}
