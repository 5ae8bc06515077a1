using System.Text.Json;
using Atelier.Actions.Embeddings;
using Atelier.Actions.Vision;
using static Atelier.Actions.Images.Pages.PageText;

namespace Atelier.Actions.Images.Pages;

/// <summary>
/// A contact sheet as one HTML file that needs nothing beside it: cards with what was found out about pictures, a search over their words and by meaning (where words
/// have vectors of the same model), and a map of their vectors. Holds all its cards until it is written.
/// </summary>
/// <param name="title">What stands above it.</param>
public sealed class ContactPage(string title)
{
    private const int MaxFacets = 40;
    private const string DemoMark = "demo:";

    private readonly List<(ContactCard Card, Findings Found)> _cards = [];
    private readonly List<(string Text, EmbeddingVector Vector)> _words = [];

    /// <summary>Cards so far.</summary>
    public int Count => _cards.Count;

    /// <summary>The pictures in a value, by path; the one at <paramref name="main"/> (or the value itself) first, if it is there.</summary>
    public static IReadOnlyList<(string Path, Sdk.Artifact Picture)> PicturesOf(JsonElement value, string? main = null) =>
        [.. FindingsReader.Read(value).Pictures.OrderBy(picture => picture.Path == main ? 0 : picture.Path.Length == 0 ? 1 : 2)];

    /// <summary>Adds a card below the others.</summary>
    public void Add(ContactCard card) => _cards.Add((card, FindingsReader.Read(card.Value)));

    /// <summary>Adds a word by which cards can be searched; its vector is of the model that made those of the cards.</summary>
    /// <returns>Whether there is a vector to be read.</returns>
    public bool AddWord(string text, JsonElement vector)
    {
        if (EmbeddingVector.Read(vector) is not { } read)
        {
            return false;
        }

        _words.Add((text, read));
        return true;
    }

    /// <summary>Writes the page.</summary>
    public void Write(TextWriter target)
    {
        // Only vectors of one model can be compared: those of the first card that has one.
        var model = _cards.Select(static card => card.Found.Vector).FirstOrDefault(static vector => vector is not null);
        bool Fits(EmbeddingVector? vector) => vector is not null && vector.Values.Length == model!.Values.Length && (vector.Model is null || model.Model is null || vector.Model == model.Model);
        var mapped = Enumerable.Range(0, _cards.Count).Where(i => Fits(_cards[i].Found.Vector)).ToList();
        var words = _words.Where(word => model is not null && Fits(word.Vector)).DistinctBy(static word => word.Text).ToList();

        target.Write($"<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta http-equiv=\"Content-Security-Policy\" content=\"{Encode(Policy)}\"><title>{Encode(title)}</title><style>{Style}</style></head>\n<body>\n");
        WriteHead(target);
        WriteTools(target, [.. words.Select(static word => word.Text)], model);
        target.Write("<main class=\"wrap\">\n");
        if (mapped.Count > 2)
        {
            MapHtml.Write(
                target,
                [.. mapped.Select(i => (i, CardHtml.TitleOf(_cards[i].Card, _cards[i].Found), CardHtml.FacetsOf(_cards[i].Card, _cards[i].Found).FirstOrDefault()))],
                [.. mapped.Select(i => VectorMath.Normalize([.. _cards[i].Found.Vector!.Values]))]);
        }

        target.Write("<div class=\"cards\" id=\"cards\">");
        for (var i = 0; i < _cards.Count; i++)
        {
            CardHtml.Write(target, i, _cards[i].Card, _cards[i].Found);
        }

        target.Write("</div></main>\n<script type=\"application/json\" id=\"data\">");
        // The serializer writes <, > and & as \u003c and so on: nothing in the data can end the block.
        target.Write(JsonSerializer.Serialize(new
        {
            words = words.Select(static word => new { text = word.Text, vector = ByteVector.Encode(word.Vector.Values) }),
            vectors = _cards.Select((card, i) => Fits(card.Found.Vector) ? ByteVector.Encode(card.Found.Vector!.Values) : null),
        }));
        target.Write($"</script>\n<script>{Script}</script>\n</body></html>\n");
    }

    private void WriteHead(TextWriter target)
    {
        var others = _cards.GroupBy(static card => card.Card.Outcome).Where(static group => group.Key != "succeeded").Select(static group => $", {group.Count()} {group.Key}");
        target.Write($"<header class=\"wrap\"><h1>{Encode(title)}</h1><p class=\"sub\">{_cards.Count} {(_cards.Count == 1 ? "item" : "items")}{Encode(string.Concat(others))}</p>");
        var demo = _cards.SelectMany(static card => card.Found.Makers.Concat(card.Card.Makers)).Where(static maker => maker.Contains(DemoMark, StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal).ToList();
        if (demo.Count > 0)
        {
            target.Write("<p class=\"note\">Demo models made some of this. They know colours, light and edges and nothing of the world: to them a red patch is a person. So everything can be tried without a download; real models take their place by configuration.</p>");
        }

        target.Write("</header>\n");
    }

    private void WriteTools(TextWriter target, IReadOnlyList<string> words, EmbeddingVector? model)
    {
        target.Write("<div class=\"tools scripted\" role=\"search\" hidden><div class=\"wrap\"><div class=\"row\"><input type=\"search\" id=\"find\" aria-label=\"Search\" placeholder=\"Search tags, descriptions, names\" autocomplete=\"off\">");
        if (words.Count > 0)
        {
            target.Write("<label><input type=\"radio\" name=\"how\" value=\"text\" checked> by text</label><label><input type=\"radio\" name=\"how\" value=\"meaning\"> by meaning</label>");
        }

        target.Write("<label>Sort <select id=\"sort\"><option value=\"order\">as they came</option><option value=\"title\">by title</option>");
        foreach (var name in _cards.SelectMany(static card => card.Found.Scores).Select(static score => score.Path).Distinct().Where(static path => CardHtml.DataName(path).Length > 0).Take(6))
        {
            target.Write($"<option value=\"{Member(CardHtml.DataName(name))}\">by {Encode(name.Replace('_', ' '))}, best first</option>");
        }

        target.Write("</select></label>");
        if (_cards.Any(static card => card.Found.Objects.Count > 0))
        {
            target.Write("<label><input type=\"checkbox\" id=\"show-boxes\" checked> boxes</label>");
        }

        target.Write("<button type=\"button\" id=\"clear\" hidden>Show all</button></div>\n");
        WriteFacets(target);
        if (words.Count > 0)
        {
            target.Write($"<div class=\"row\"><span class=\"by\">{Encode(model?.Model ?? "vectors")}</span><div class=\"chips\" id=\"words\">{string.Concat(words.Select(static word => $"<button type=\"button\" class=\"chip\" aria-pressed=\"false\" data-word=\"{Encode(word)}\">{Encode(word)}</button>"))}</div></div>\n");
        }

        target.Write("<p class=\"count\" id=\"count\" role=\"status\"></p></div></div>\n");
    }

    private void WriteFacets(TextWriter target)
    {
        var facets = _cards.SelectMany(static card => CardHtml.FacetsOf(card.Card, card.Found)).GroupBy(static facet => facet)
            .OrderByDescending(static group => group.Count()).ThenBy(static group => group.Key, StringComparer.Ordinal).Take(MaxFacets).ToList();
        if (facets.Count > 1)
        {
            target.Write($"<div class=\"row\"><div class=\"chips\" id=\"facets\">{string.Concat(facets.Select(static group => $"<button type=\"button\" class=\"chip\" aria-pressed=\"false\" data-facet=\"{Encode(group.Key)}\">{Encode(group.Key)} <small>{group.Count()}</small></button>"))}</div></div>\n");
        }
    }

    /// <summary>As a script reads it: <c>data-a-b</c> is <c>aB</c>.</summary>
    private static string Member(string name) =>
        string.Concat(name.Split('-').Select(static (part, i) => i == 0 || part.Length == 0 ? part : char.ToUpperInvariant(part[0]) + part[1..]));
}
