using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Atelier.Actions.Embeddings;
using Atelier.Actions.Images.Pages;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Atelier.Actions.Tests.Images.Pages;

public sealed partial class ContactPageTests
{
    private const string Evil = "</script><script>alert(1)</script>\"'><img src=x onerror=alert(2)>";

    [Fact]
    public void Write_TextsThatLookLikeMarkup_StayTexts()
    {
        var page = new ContactPage(Evil);
        page.Add(new ContactCard(Evil, Evil, ActionRuns.ToJson(new
        {
            title = Evil,
            description = Evil,
            made_by = Evil,
            reasons = new[] { Evil },
            tags = new { labels = new[] { new { label = Evil, score = 1 } } },
            objects = new { width = 4, height = 4, objects = new[] { new { label = Evil, score = 1, box = new { left = 0, top = 0, right = 1, bottom = 1 } } } },
            fact = Evil,
            embedding = new { vector = new[] { 1, 0 }, model = Evil },
            colors = new[] { new { color = "#12345\"", share = 1 } },
        }))
        {
            Cause = Evil,
            Makers = [Evil],
            Pictures = [(Evil, new ShownPicture(Evil, [1], 4, 4))],
        });
        page.AddWord(Evil, ActionRuns.Json("[1,0]"));
        var html = Text(page);

        Assert.DoesNotContain("<script>alert", html);
        Assert.DoesNotContain("<img src=x", html);
        Assert.Equal(2, ScriptStart().Count(html));
        Assert.Equal(2, Regex.Count(html, "</script>"));
        Assert.Equal(Evil, Data(html).GetProperty("words")[0].GetProperty("text").GetString());
    }

    [Fact]
    public void Write_AnyText_AddsNoElement()
    {
        var plain = Elements("plain");
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => text is null || Elements("x" + text) == plain).QuickCheckThrowOnFailure();

        static int Elements(string text)
        {
            var page = new ContactPage("t");
            page.Add(new ContactCard("k", "succeeded", ActionRuns.ToJson(new { description = text })));
            return Text(page).Count('<');
        }
    }

    [Fact]
    public void Write_AnyPage_AllowsItsOwnStyleAndScriptAlone()
    {
        var html = Text(new ContactPage("t"));
        var policy = System.Net.WebUtility.HtmlDecode(PolicyText().Match(html).Groups[1].Value);

        Assert.Contains($"script-src '{Digest(Between(html, "<script>", "</script>"))}'", policy);
        Assert.Contains($"style-src '{Digest(Between(html, "<style>", "</style>"))}'", policy);
        Assert.StartsWith("default-src 'none'; img-src data:;", policy);
        Assert.DoesNotContain("http://", html.Replace("http://www.w3.org/2000/svg", string.Empty, StringComparison.Ordinal));
        Assert.DoesNotContain("https://", html);
        Assert.DoesNotContain("style=\"", html);
    }

    [Fact]
    public void Write_Objects_AreBoxesOverAPictureOfTheSameProportions()
    {
        var value = ActionRuns.ToJson(new { seen = new { width = 400, height = 200, objects = new[] { new { label = "boat", score = 0.9, box = new { left = 100, top = 50, right = 300, bottom = 150 } } } } });

        Assert.Contains("<rect x=\"80\" y=\"40\" width=\"160\" height=\"80\" rx=\"2\"/><text x=\"83\" y=\"36\">boat</text>", Text(Page(value, 200, 100)));
        Assert.DoesNotContain("class=\"boxes\"", Text(Page(value, 200, 200)));
    }

    [Fact]
    public void Write_VectorsOfOneModel_AreMappedAndSearchableByItsWords()
    {
        var page = new ContactPage("t");
        for (var i = 0; i < 4; i++)
        {
            page.Add(new ContactCard($"k{i}", "succeeded", ActionRuns.ToJson(new { e = new { vector = new[] { 1f, i, 0 }, model = "clip@1" } })));
        }

        page.Add(new ContactCard("other", "succeeded", ActionRuns.ToJson(new { e = new { vector = new[] { 1f, 2, 0 }, model = "siglip@1" } })));
        Assert.True(page.AddWord("red", ActionRuns.Json("""{"vector":[0,1,0],"model":"clip@1"}""")));
        Assert.True(page.AddWord("of another", ActionRuns.Json("""{"vector":[0,1,0],"model":"siglip@1"}""")));
        Assert.False(page.AddWord("none", ActionRuns.Json("{}")));
        var html = Text(page);

        Assert.Equal(4, Regex.Count(html, "<a href=\"#p[0-9]+\" data-i="));
        var data = Data(html);
        Assert.Equal("red", Assert.Single(data.GetProperty("words").EnumerateArray()).GetProperty("text").GetString());
        Assert.Equal([true, true, true, true, false], data.GetProperty("vectors").EnumerateArray().Select(vector => vector.ValueKind == JsonValueKind.String));
    }

    [Fact]
    public void Write_WhatDemoModelsMade_IsSaidAbove()
    {
        Assert.Contains("Demo models made some of this", Text(Page(ActionRuns.ToJson(new { description = "red", made_by = "demo:qwen@1" }), 4, 4)));
        Assert.DoesNotContain("Demo models made some of this", Text(Page(ActionRuns.ToJson(new { description = "red", made_by = "qwen@1" }), 4, 4)));
    }

    [Fact]
    public void Encode_AnyVector_KeepsItsDirection() =>
        Prop.ForAll(Gen.Choose(-1000, 1000).Select(i => i / 100f).ArrayOf(16).Where(v => v.Any(x => x != 0)).ToArbitrary(), vector =>
        {
            var bytes = Convert.FromBase64String(ByteVector.Encode(vector)).Select(b => (float)(sbyte)b).ToArray();
            return VectorMath.Dot(VectorMath.Normalize(bytes), VectorMath.Normalize([.. vector])) > 0.999f;
        }).QuickCheckThrowOnFailure();

    private static ContactPage Page(JsonElement value, int width, int height)
    {
        var page = new ContactPage("t");
        page.Add(new ContactCard("k", "succeeded", value) { Pictures = [("image", new ShownPicture("image/png", [1], width, height))] });
        return page;
    }

    private static string Text(ContactPage page)
    {
        using var writer = new StringWriter();
        page.Write(writer);
        return writer.ToString();
    }

    private static JsonElement Data(string html) => ActionRuns.Json(Between(html, "<script type=\"application/json\" id=\"data\">", "</script>"));

    private static string Between(string text, string start, string end)
    {
        var from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return text[from..text.IndexOf(end, from, StringComparison.Ordinal)];
    }

    private static string Digest(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    [GeneratedRegex("<script[ >]")]
    private static partial Regex ScriptStart();

    [GeneratedRegex("Content-Security-Policy\" content=\"([^\"]*)\"")]
    private static partial Regex PolicyText();
}
