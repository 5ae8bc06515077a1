using Atelier.Actions.Tests.Images;
using Atelier.Actions.Vision.Selection;
using Atelier.Sdk;
using Atelier.Sdk.Models;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Atelier.Actions.Tests.Vision;

public sealed class SelectionTests(MediaHost host) : VisionTests(host)
{
    [Fact]
    public async Task SelectBest_Groups_ChoosesTheBestOfEachAndSaysWhy()
    {
        var items = Context.Handle([Item("a", 6, 5), Item("b", 7, 6), Item("c", 5, 9), Item("z", 4, null)]);
        var groups = new[] { new { key = "a", members = new[] { "a", "b", "c" }, representative = "a" }, new { key = "z", members = new[] { "z", "gone" }, representative = "z" } };
        var output = await SucceedAsync("vision.select_best", new { items, groups, weights = new { technical = 3, aesthetic = 1 } });

        Assert.Equal(["b", "z"], Texts(output.GetProperty("selected")));
        Assert.Equal(("b", 6.75), (output.GetProperty("best").GetString(), Number(output, "score")));
        Assert.Equal(
            "`b` is the best of 3 with 6.75: technical 7.00 (weight 3), aesthetic 6.00 (weight 1). Next is `c` with 6.00 (technical -2.00, aesthetic +3.00).",
            output.GetProperty("explanation").GetString());
        Assert.Equal(["b", "c", "a"], output.GetProperty("groups")[0].GetProperty("ranking").EnumerateArray().Select(ranked => ranked.GetProperty("key").GetString()));
        Assert.Equal("`z` is the best of 1 with 4.00: technical 4.00 (weight 3).", output.GetProperty("groups")[1].GetProperty("explanation").GetString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SelectBest_TheWholeGrouping_IsReadWhereverItIsHeld(bool large)
    {
        const string grouping = """{ "groups": [ { "key": "a", "members": ["a", "b"], "representative": "a" } ], "count": 1, "keep": ["a"] }""";
        var items = Context.Handle([Item("a", 6, 5), Item("b", 7, 6)]);
        object held = large ? Context.Memory.Add(grouping, "application/json", "grouping.json") : ActionRuns.Json(grouping);

        Assert.Equal(["b"], Texts((await SucceedAsync("vision.select_best", new { items, grouping = held })).GetProperty("selected")));
    }

    [Fact]
    public async Task SelectBest_ModelCompares_ItsScoresCountAndItsReasonIsTold()
    {
        Models.Add("qwen", ModelKind.Vlm, _ => new GeneratedText("""Here: {"scores": [3, 9], "reason": "eyes open in the second"}""", 10, 5, "stop"));
        var items = Context.Handle([Item("a", 8, 8), Item("b", 7, 7), Item("c", 2, 2)]);
        var output = await SucceedAsync("vision.select_best", new { items, model = "qwen", compare = 2 });

        Assert.Equal("b", output.GetProperty("best").GetString());
        Assert.Contains("comparison 9.00 (weight 1)", output.GetProperty("explanation").GetString());
        Assert.EndsWith("`qwen` says: eyes open in the second", output.GetProperty("explanation").GetString());
        Assert.Equal(2, Assert.IsType<GenerateText>(Models.Asked.Single().Question).Messages.Single().Pictures.Count);
        Assert.Equal(["classic", Models.MadeBy("qwen")], Context.Makers);
        Assert.Single(Context.Usages);
    }

    [Theory]
    [InlineData("They are all lovely.")]
    [InlineData("""{"scores": [3]}""")]
    [InlineData("""{"scores": [3, 42]}""")]
    public async Task SelectBest_ModelGivesNoScores_NoneAreMadeUp(string answer)
    {
        Models.Add("qwen", ModelKind.Vlm, _ => new GeneratedText(answer, 1, 1, "stop"));
        var output = await SucceedAsync("vision.select_best", new { items = Context.Handle([Item("a", 8, 8), Item("b", 7, 7)]), model = "qwen" });

        Assert.Equal("a", output.GetProperty("best").GetString());
        Assert.EndsWith("`qwen` gave no scores for its comparison, so it does not count.", output.GetProperty("explanation").GetString());
    }

    [Fact]
    public async Task SelectBest_NoScoresAtAll_TakesTheSmallestKeyAndSaysSo()
    {
        var output = await SucceedAsync("vision.select_best", new { items = Context.Handle([Item("b", null, null), Item("a", null, null)]) });
        Assert.Equal(("a", "`a` is the first of 2 by key: there is no score that all of them have."), (output.GetProperty("best").GetString(), output.GetProperty("explanation").GetString()));
        await EmptyAsync("vision.select_best", new { items = Context.Handle([]) });
    }

    [Fact]
    public void Choose_AnyOrderOfCandidates_GivesTheSame()
    {
        var scores = Gen.Choose(1, 4).Select(i => i == 4 ? (double?)null : i);
        var candidates = Gen.Zip(scores, scores).ListOf().Where(list => list.Count > 0).Select(list => list.Select((pair, i) => new Candidate($"k{i}", pair.Item1, pair.Item2, null)).ToList());
        Prop.ForAll(candidates.ToArbitrary(), list =>
        {
            var ahead = CandidateRanking.Choose("g", list, new SelectionWeights(), 2, null);
            var back = CandidateRanking.Choose("g", [.. list.AsEnumerable().Reverse()], new SelectionWeights(), 2, null);
            return ahead.Explanation == back.Explanation && ahead.Ranking.SequenceEqual(back.Ranking) && ahead.Selected.SequenceEqual(back.Selected);
        }).QuickCheckThrowOnFailure();
    }

    private Row Item(string key, double? technical, double? aesthetic) =>
        new(key, "succeeded", ActionRuns.ToJson(new { image = ActionJson.Write(Photo(key)), quality = new { technical_score = technical, aesthetic_score = aesthetic } }));
}
