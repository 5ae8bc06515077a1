using System.Text.Json;
using Atelier.Sdk;
using Xunit;

namespace Atelier.Actions.Tests.Recipes;

/// <summary>Photos after they were looked at together: who goes on, who drops out, and why.</summary>
public sealed class RecipePhotosTests : IDisposable
{
    private const string Bursts = """{ "groups": [ { "key": "a.jpg", "members": ["a.jpg", "b.jpg"], "representative": "b.jpg" } ] }""";

    private readonly FakeContext _context = new();

    public void Dispose() => _context.Dispose();

    [Fact]
    public async Task Photos_OfAGroup_DropOutExceptTheBest()
    {
        var rows = await PhotosAsync(Bursts, ["bursts"]);

        Assert.Equal(["a.jpg", "b.jpg", "c.jpg", "d.jpg"], rows.Select(static row => row.Key));
        Assert.Equal(["rejected", "succeeded", "succeeded", "rejected"], rows.Select(static row => Text(row, "outcome")));
        Assert.Equal("`b.jpg` is the best of 2 photos (bursts)", Text(rows[0], "reason"));
        Assert.Equal("too dark", Text(rows[3], "reason"));
        Assert.Equal(2, rows[1].Value.GetProperty("value").GetProperty("bursts").GetProperty("count").GetInt32());
        Assert.Equal(1, rows[2].Value.GetProperty("value").GetProperty("bursts").GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task Photos_WithoutKeepBest_AllGoOn() =>
        Assert.All((await PhotosAsync(Bursts, [])).Take(3), static row => Assert.Equal("succeeded", Text(row, "outcome")));

    [Fact]
    public async Task Photos_OfARanking_HaveRankScoreAndExplanation()
    {
        const string ranking = """
            { "groups": [ { "group": "a.jpg", "best": "a.jpg", "selected": ["a.jpg"], "explanation": "`a.jpg` is sharper.",
                "ranking": [ { "key": "a.jpg", "rank": 1, "score": 8.5 }, { "key": "b.jpg", "rank": 2, "score": 6 }, { "key": "c.jpg", "rank": 3, "score": 5.25 } ] } ] }
            """;

        var rows = await PhotosAsync(ranking, ["bursts"]);

        Assert.Equal("`a.jpg` is sharper.", Text(rows[1], "reason"));
        Assert.Equal("`a.jpg` is sharper. This one is number 3 with 5.25.", Text(rows[2], "reason"));
        Assert.Equal(8.5, rows[0].Value.GetProperty("value").GetProperty("bursts").GetProperty("score").GetDouble());
    }

    [Fact]
    public async Task Photos_OfAResultThatIsAnArtifact_AreReadFromIt()
    {
        var artifact = _context.Memory.Add(Bursts, "application/json", "bursts.json");

        var rows = await PhotosAsync(JsonSerializer.Serialize(artifact, ActionJson.Options), ["bursts"]);

        Assert.Equal("rejected", Text(rows[0], "outcome"));
    }

    [Fact]
    public async Task Photos_ForWhichAConditionDoesNotHold_TakeNoPart()
    {
        var rows = await _context.ReadAllAsync("recipe.photos", new { items = Items(), results = new { bursts = ActionRuns.Json(Bursts) }, keep_best = "bursts", where = new { bursts = "asked" } });

        Assert.Equal("succeeded", Text(rows[0], "outcome"));
    }

    [Fact]
    public async Task Photos_OfAnUnknownResult_FailWithItsName()
    {
        var page = await _context.PageAsync("recipe.photos", new { items = Items(), results = new { bursts = ActionRuns.Json(Bursts) }, keep_best = "moments" });

        Assert.Equal("ATL5802", Assert.IsType<ActionResult<SourcePage>.Failed>(page).Failure.Code);
    }

    [Fact]
    public async Task Decisions_AreALineAPhotoOfThoseThatDroppedOutAsWell()
    {
        await _context.SucceedAsync("recipe.decisions", new { path = "out/decisions.jsonl", items = Items() });

        var lines = await File.ReadAllLinesAsync(Path.Join(_context.BaseFolder, "out/decisions.jsonl"), TestContext.Current.CancellationToken);
        Assert.Equal("""{"photo":"a.jpg","outcome":"succeeded","quality":{"technical_score":8.1},"applied":[{"edit":"crop","detail":"cut"},{"edit":"enhance","detail":"sharpened"}]}""", lines[0]);
        Assert.Equal("""{"photo":"d.jpg","outcome":"rejected","reason":"too dark"}""", lines[3]);
    }

    [Fact]
    public async Task Decisions_AsATable_HaveAColumnForEachValue()
    {
        var written = await _context.SucceedAsync("recipe.decisions", new { path = "out/decisions.csv", items = Items() });

        var lines = await File.ReadAllLinesAsync(Path.Join(_context.BaseFolder, "out/decisions.csv"), TestContext.Current.CancellationToken);
        Assert.Equal("photo,outcome,reason,quality.technical_score,applied", lines[0]);
        Assert.Equal("a.jpg,succeeded,,8.1,crop: cut; enhance: sharpened", lines[1]);
        Assert.Equal("d.jpg,rejected,too dark,,", lines[4]);
        Assert.Equal(4, written.GetProperty("rows").GetInt32());
    }

    private Task<List<SourceRow>> PhotosAsync(string bursts, string[] keep) =>
        _context.ReadAllAsync("recipe.photos", new { items = Items(), results = new { bursts = ActionRuns.Json(bursts) }, keep_best = keep });

    private Rows Items()
    {
        var photo = ActionRuns.Json("""{ "photo": { "$artifact": "sha256:00" }, "quality": { "technical_score": 8.1 }, "applied": [ { "edit": "crop", "detail": "cut" }, { "edit": "enhance", "detail": "sharpened" } ] }""");
        return _context.Handle([new("a.jpg", "succeeded", photo), new("b.jpg", "succeeded", photo), new("c.jpg", "succeeded", photo), new("d.jpg", "rejected", ActionRuns.Json("null")) { Reason = "too dark" }]);
    }

    private static string? Text(SourceRow row, string name) => row.Value.GetProperty(name).GetString();
}
