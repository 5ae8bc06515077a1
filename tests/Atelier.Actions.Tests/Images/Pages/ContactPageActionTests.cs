using Atelier.Sdk;
using Xunit;

namespace Atelier.Actions.Tests.Images.Pages;

public sealed class ContactPageActionTests(MediaHost host) : ImageTests(host)
{
    [Fact]
    public async Task ContactPage_ItemsOfABlock_ShowsEachWithItsPictures()
    {
        var broken = Context.Memory.Add("no picture", "image/png");
        var rows = Enumerable.Range(0, 20).Select(i => new Row($"p{i:00}", "succeeded", ActionRuns.ToJson(new { name = $"Nr {i}", edited = PatternPng(), photo = PatternPng("main.png") }))).ToList();
        rows.Add(new Row("broken", "succeeded", ActionRuns.ToJson(new { photo = broken })));
        rows.Add(new Row("failed", "failed", ActionRuns.Json("null")));
        var words = Context.Handle([new Row("0", "succeeded", ActionRuns.Json("""{"text":"red","embedding":[1,0]}"""))]);
        var output = await SucceedAsync("images.contact_page", new { items = Context.Handle(rows), image = "photo", label = "name", words, word_vector = "embedding", side = 64 });

        var html = Context.Memory.Text(Made(output, "page"));
        Assert.Equal(22, output.GetProperty("items").GetInt32());
        Assert.Equal(1, output.GetProperty("words").GetInt32());
        Assert.Equal("broken", Assert.Single(output.GetProperty("unreadable").EnumerateArray()).GetString());
        Assert.Equal(40, html.Split("<img ").Length - 1);
        Assert.Contains("<img alt=\"Nr 7\" width=\"64\" height=\"43\"", html);
        Assert.True(html.IndexOf("Nr 3<", StringComparison.Ordinal) < html.IndexOf("Nr 4<", StringComparison.Ordinal));
        Assert.Empty(Directory.EnumerateFiles(Context.WorkFolder));
    }

    [Fact]
    public async Task ContactPage_MoreItemsThanItHolds_TellsHowManyAreLeft()
    {
        var rows = Enumerable.Range(0, 5).Select(i => new Row($"p{i}", "succeeded", ActionRuns.ToJson(new { image = PatternPng() }))).ToList();
        var output = await SucceedAsync("images.contact_page", new { items = Context.Handle(rows), max = 2 });

        Assert.Equal((2, 3), (output.GetProperty("items").GetInt32(), output.GetProperty("left").GetInt32()));
        Assert.Contains(Context.Lines, line => line.Message.Contains("3 items are not shown", StringComparison.Ordinal));
        Assert.Equal(0, (await SucceedAsync("images.contact_page", new { items = Array.Empty<int>() })).GetProperty("items").GetInt32());
    }
}
