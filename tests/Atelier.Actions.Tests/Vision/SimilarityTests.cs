using Atelier.Actions.Embeddings;
using Atelier.Actions.Tests.Images;
using Atelier.Sdk;
using Atelier.Sdk.Models;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Atelier.Actions.Tests.Vision;

public sealed class SimilarityTests(MediaHost host) : VisionTests(host)
{
    [Fact]
    public void Dot_OfAnyLength_IsTheSumOfProducts()
    {
        var random = new Random(1);
        for (var length = 1; length < 70; length++)
        {
            var a = Enumerable.Range(0, length).Select(_ => (float)random.NextDouble() - 0.5f).ToArray();
            var b = Enumerable.Range(0, length).Select(_ => (float)random.NextDouble() - 0.5f).ToArray();
            Assert.Equal(a.Zip(b, (x, y) => (double)x * y).Sum(), VectorMath.Dot(a, b), 1e-5);
        }
    }

    [Fact]
    public async Task Similar_KeyOfAnItem_YieldsTheOthersNearestFirst()
    {
        var items = Context.Handle([Item("a", [1, 0]), Item("b", [0.9f, 0.1f]), Item("c", [0, 1]), new Row("d", "failed", ActionRuns.Json("null"))]);
        var output = await SucceedAsync("vision.similar", new { items, vector = "embedding.vector", key = "a", top = 2 });

        Assert.Equal(["b", "c"], output.GetProperty("matches").EnumerateArray().Select(match => match.GetProperty("key").GetString()));
        Assert.Equal((2, 3, 1), (output.GetProperty("count").GetInt32(), output.GetProperty("compared").GetInt32(), output.GetProperty("without_vector").GetInt32()));
        var best = output.GetProperty("matches")[0];
        Assert.Equal(0.993884, Number(best, "score"), 1e-5);
        Assert.Equal("b", best.GetProperty("value").GetProperty("name").GetString());
        Assert.False(best.GetProperty("value").TryGetProperty("embedding", out _));
        Assert.Equal(["classic"], Context.Makers);
    }

    [Fact]
    public async Task Similar_NothingNearEnough_IsEmpty() =>
        Assert.Equal(0, (await EmptyAsync("vision.similar", new { items = Context.Handle([Item("a", [1, 0])]), vector = "embedding", query = new[] { 0, 1 }, threshold = 0.5 })).GetProperty("count").GetInt32());

    [Fact]
    public async Task Similar_VectorsOfTwoModels_AreNotCompared()
    {
        var items = Context.Handle([Item("a", [1, 0]), Item("b", [1, 0, 0])]);
        Assert.Contains("`b`", (await FailAsync("vision.similar", new { items, vector = "embedding", key = "a" })).Message);
        var failure = await FailAsync("vision.similar", new { items = Context.Handle([Item("a", [1, 0])]), vector = "embedding", query = new { vector = new[] { 1, 0 }, model = "other@1" } });
        Assert.Equal("ATL5740", failure.Code);
        Assert.Contains("`m@1`", failure.Message);
    }

    [Fact]
    public async Task Search_Text_IsEmbeddedAndRowsAreFiltered()
    {
        Models.Add("clip", ModelKind.Clip, _ => new[] { 1f, 0f });
        var lines = string.Join('\n', Enumerable.Range(0, 20).Select(i => $$"""{"key":"k{{i:00}}","vector":[{{20 - i}},{{i}}],"year":{{1900 + (i % 2)}},"tags":["t{{i % 3}}"]}"""));
        var file = Context.Memory.Add(lines, "application/jsonl", "vectors.jsonl");
        var output = await SucceedAsync("embeddings.search", new { file, text = "a boat", model = "clip", top = 3, where = new { year = 1901, tags = new[] { "t0", "t1" } } });

        Assert.Equal(["k01", "k03", "k07"], output.GetProperty("matches").EnumerateArray().Select(match => match.GetProperty("key").GetString()));
        Assert.Equal("a boat", Assert.IsType<EmbedText>(Models.Asked.Single().Question).Text);
        Assert.Equal("ATL5001", (await FailAsync("embeddings.search", new { file, text = "a" })).Code);
        Assert.Equal("ATL5001", (await FailAsync("embeddings.search", new { file })).Code);
        Assert.Equal("ATL5001", (await FailAsync("embeddings.search", new { query = new[] { 1, 0 } })).Code);
        Assert.Equal("ATL5201", (await FailAsync("embeddings.search", new { file = Context.Memory.Add("{]", "application/jsonl"), query = new[] { 1, 0 } })).Code);
    }

    [Fact]
    public async Task Search_TextWithoutAModel_IsEmbeddedByTheOneThatMadeTheVectors()
    {
        Models.Add("m", ModelKind.Clip, _ => new[] { 0f, 1f });
        var made = Models.MadeBy("m");
        var items = Context.Handle([Item("a", [1, 0], model: made), Item("b", [0, 1], model: made), new Row("c", "rejected", ActionRuns.Json("null"))]);
        var output = await SucceedAsync("embeddings.search", new { items, vector = "embedding", text = "a boat", top = 1 });

        Assert.Equal("b", output.GetProperty("matches")[0].GetProperty("key").GetString());
        Assert.Equal([made], Context.Makers);
        Assert.Equal("ATL5740", (await FailAsync("embeddings.search", new { items = Context.Handle([Item("a", [1, 0], model: "m@other")]), vector = "embedding", text = "a" })).Code);
    }

    [Theory]
    [InlineData("clip@0123456789ab", "clip")]
    [InlineData("demo:clip@0123456789ab", "clip")]
    [InlineData("llava@ollama@0123456789ab", "llava@ollama")]
    [InlineData(null, null)]
    public void NameOf_WhatMadeBySays_IsTheNameInTheWorkflow(string? madeBy, string? name) => Assert.Equal(name, VectorRows.NameOf(madeBy));

    [Fact]
    public async Task Searches_OverNothing_AreEmpty()
    {
        var items = Context.Handle([new Row("a", "rejected", ActionRuns.Json("null"))]);

        Assert.Equal(1, (await EmptyAsync("embeddings.search", new { items, text = "a boat" })).GetProperty("without_vector").GetInt32());
        Assert.Equal(0, (await EmptyAsync("embeddings.search", new { items = Array.Empty<int>(), query = new[] { 1, 0 } })).GetProperty("count").GetInt32());
        Assert.Equal(0, (await EmptyAsync("vision.similar", new { items, key = "a" })).GetProperty("count").GetInt32());
        Assert.Equal(0, (await SucceedAsync("vision.group", new { items })).GetProperty("count").GetInt32());
        Assert.Equal(0, (await EmptyAsync("vision.select_best", new { items = Array.Empty<int>() })).GetProperty("candidates").GetInt32());
    }

    [Fact]
    public void Search_AnyRows_YieldsWhatSortingAllYields()
    {
        var cases = Gen.Choose(-3, 3).Select(i => (float)i).ArrayOf(3).Where(v => v.Any(x => x != 0)).ListOf().Select(list => list.ToList()).ToArbitrary();
        Prop.ForAll(cases, vectors =>
        {
            float[] query = [1, 2, -1];
            var nearest = new NearestRows(query, 4, -1);
            var rows = vectors.Select((vector, i) => new VectorRow($"{i:000}", VectorMath.Normalize([.. vector]), default)).ToList();
            rows.ForEach(nearest.Offer);
            var unit = VectorMath.Normalize([.. query]);
            var expected = rows.OrderByDescending(row => Math.Round(VectorMath.Dot(unit, row.Vector), 6)).ThenBy(row => row.Key, StringComparer.Ordinal).Take(4).Select(row => row.Key);
            return nearest.Best("vector").Select(row => row.Key).SequenceEqual(expected);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task Group_BurstsOfOneScene_AreJoinedOnlyWithinTheWindow()
    {
        var items = Context.Handle([
            Item("a1", [1, 0.01f], "2026-01-01T10:00:00Z", 5), Item("a2", [1, 0], "2026-01-01T10:00:02Z", 7), Item("later", [1, 0.02f], "2026-01-01T12:00:00Z", 9),
            Item("b", [0, 1], "2026-01-01T10:00:01Z", 6),
        ]);
        var output = await SucceedAsync("vision.group", new { items, vector = "embedding", window = "5s", prefer = "score" });

        var group = Assert.Single(output.GetProperty("groups").EnumerateArray());
        Assert.Equal(("a1", "a2"), (group.GetProperty("key").GetString(), group.GetProperty("representative").GetString()));
        Assert.Equal(["a1", "a2"], Texts(group.GetProperty("members")));
        Assert.Equal(["a2", "b", "later"], Texts(output.GetProperty("keep")));
        Assert.Equal((1, 1, 4), (output.GetProperty("count").GetInt32(), output.GetProperty("duplicates").GetInt32(), output.GetProperty("pictures").GetInt32()));
        var all = await SucceedAsync("vision.group", new { items, vector = "embedding", singles = true });
        Assert.Equal(2, all.GetProperty("count").GetInt32());
        Assert.Equal("ATL5001", (await FailAsync("vision.group", new { items, vector = "embedding", window = "soon" })).Code);
    }

    [Fact]
    public async Task Group_PictureAddedElsewhere_LeavesTheOtherGroupsAsTheyWere()
    {
        Row[] rows = [Item("c", [1, 0]), Item("d", [1, 0.01f]), Item("x", [0, 1]), Item("y", [0.01f, 1])];
        var before = await SucceedAsync("vision.group", new { items = Context.Handle(rows), vector = "embedding" });
        var after = await SucceedAsync("vision.group", new { items = Context.Handle([Item("a", [0.02f, 1]), .. rows.Reverse()]), vector = "embedding" });

        Assert.Equal(before.GetProperty("groups")[0].GetRawText(), after.GetProperty("groups").EnumerateArray().Single(group => group.GetProperty("key").GetString() == "c").GetRawText());
        Assert.Equal(["a", "x", "y"], Texts(after.GetProperty("groups")[0].GetProperty("members")));
    }

    private static Row Item(string key, float[] vector, string? taken = null, double? score = null, string model = "m@1") =>
        new(key, "succeeded", ActionRuns.ToJson(new { name = key, taken, score, embedding = new { vector = EmbeddingVector.Encode(vector), dimensions = vector.Length, model } }));
}
