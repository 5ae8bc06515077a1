using System.Globalization;
using System.Text.Json;
using Atelier.Actions.Embeddings;
using Atelier.Actions.Vision.Descriptions;
using Atelier.Actions.Vision.Detection;
using Atelier.Sdk;

namespace Atelier.Actions.Images.Pages;

/// <summary>
/// Goes through a value and recognises by their members what the actions of the product yield (labels, objects, descriptions, scores, reasons, vectors,
/// palettes, pictures), wherever a workflow put it and whatever it called it. A value that looks otherwise is a fact.
/// </summary>
internal sealed class FindingsReader
{
    private const int MaxDepth = 6;
    private const int MaxFacts = 60;
    private const int MaxText = 400;
    private static readonly string[] Captions = ["description", "caption", "summary"];
    private static readonly string[] ChatMembers = ["text", "model", "finish", "input_tokens", "output_tokens", "cost", "repairs", "asked"];
    private static readonly string[] ScoreMembers = ["technical_score", "aesthetic_score", "overall"];

    private readonly Findings _found = new();

    /// <summary>Reads a value; null and missing values hold nothing.</summary>
    public static Findings Read(JsonElement value)
    {
        var reader = new FindingsReader();
        if (value.ValueKind != JsonValueKind.Undefined)
        {
            reader.Visit(string.Empty, value, 0);
        }

        return reader._found;
    }

    private void Visit(string path, JsonElement value, int depth)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when depth < MaxDepth:
                VisitObject(path, value, depth);
                break;
            case JsonValueKind.Array:
                VisitList(path, value);
                break;
            case JsonValueKind.String:
                VisitText(path, value.GetString()!);
                break;
            case JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False:
                Tell(path, value.GetRawText());
                break;
        }
    }

    private void VisitObject(string path, JsonElement value, int depth)
    {
        if (value.TryGetProperty("$artifact", out _))
        {
            VisitArtifact(path, value);
            return;
        }

        var taken = new HashSet<string>(StringComparer.Ordinal);
        var madeBy = MakerOf(value, taken);
        if (TakeObjects(path, value, madeBy))
        {
            return;
        }

        TakeTags(path, value, madeBy, taken);
        TakeVector(path, value, taken);
        TakeTexts(path, value, madeBy, taken);
        TakeScores(path, value, taken);
        foreach (var member in value.EnumerateObject().Where(member => !taken.Contains(member.Name)))
        {
            Visit(path.Length == 0 ? member.Name : $"{path}.{member.Name}", member.Value, depth + 1);
        }
    }

    private void VisitArtifact(string path, JsonElement value)
    {
        if (ActionJson.TryRead<Artifact>(value, out var artifact, out _))
        {
            if (artifact.MediaType.StartsWith("image/", StringComparison.Ordinal))
            {
                _found.Pictures.Add((path, artifact));
            }
            else
            {
                Tell(path, artifact.Name ?? artifact.MediaType);
            }
        }
    }

    /// <summary>Who made it, by the members in which actions say so; all are noted.</summary>
    private string? MakerOf(JsonElement value, HashSet<string> taken)
    {
        string? first = null;
        foreach (var name in (string[])["made_by", "technical_by", "aesthetic_by"])
        {
            if (value.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Object)
            {
                taken.Add(name);
                foreach (var maker in member.ValueKind == JsonValueKind.Array ? [.. member.EnumerateArray()] : new[] { member })
                {
                    if (maker.ValueKind == JsonValueKind.String && maker.GetString() is { Length: > 0 } text)
                    {
                        _found.Makers.Add(text);
                        first ??= text;
                    }
                }
            }
        }

        return first;
    }

    private bool TakeObjects(string path, JsonElement value, string? madeBy)
    {
        if (!value.TryGetProperty("objects", out var list) || list.ValueKind != JsonValueKind.Array || !value.TryGetProperty("width", out _)
            || !ActionJson.TryRead<SeenObjects>(value, out var seen, out _) || seen.Width <= 0 || seen.Height <= 0)
        {
            return false;
        }

        var (width, height) = ((double)seen.Width, (double)seen.Height);
        _found.Objects.Add(new ObjectsFound(path, width, height, [.. seen.Objects.Select(found => new ObjectFound(
            found.Class ?? found.Label, found.Score, found.Box.Left / width, found.Box.Top / height, found.Box.Width / width, found.Box.Height / height))], madeBy));
        return true;
    }

    private void TakeTags(string path, JsonElement value, string? madeBy, HashSet<string> taken)
    {
        if (value.TryGetProperty("labels", out var list) && list.ValueKind == JsonValueKind.Array && list.EnumerateArray().All(static entry => LabelOf(entry) is not null))
        {
            _found.Tags.Add(new TagsFound(path, [.. list.EnumerateArray().Select(static entry => LabelOf(entry)!.Value)], madeBy));
            taken.UnionWith(["labels", "best", "best_score"]);
        }
    }

    private static (string Label, double Score)? LabelOf(JsonElement entry) =>
        entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty("label", out var label) && label.ValueKind == JsonValueKind.String
        && entry.TryGetProperty("score", out var score) && score.ValueKind == JsonValueKind.Number
            ? (label.GetString()!, score.GetDouble())
            : null;

    private void TakeVector(string path, JsonElement value, HashSet<string> taken)
    {
        if (value.TryGetProperty("vector", out var held) && EmbeddingVector.Read(held) is { } vector)
        {
            var model = value.TryGetProperty("model", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString() : null;
            _found.Vector ??= vector with { Model = model };
            if (model is not null)
            {
                _found.Makers.Add(model);
            }

            taken.UnionWith(["vector", "dimensions", "model"]);
        }
    }

    private void TakeTexts(string path, JsonElement value, string? madeBy, HashSet<string> taken)
    {
        if (value.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String && value.TryGetProperty("finish", out _) && value.TryGetProperty("model", out var model))
        {
            var maker = madeBy ?? model.GetString();
            _found.Texts.Add(new TextFound(path, text.GetString()!, maker));
            if (maker is not null)
            {
                _found.Makers.Add(maker);
            }

            taken.UnionWith(ChatMembers);
        }

        foreach (var name in Captions)
        {
            if (value.TryGetProperty(name, out var caption) && caption.ValueKind == JsonValueKind.String && caption.GetString() is { Length: > 0 } said)
            {
                _found.Texts.Add(new TextFound(path.Length == 0 ? name : path, Spoken(said), madeBy));
                taken.Add(name);
            }
        }

        if (value.TryGetProperty("fields", out var fields) && fields.ValueKind == JsonValueKind.Object && value.TryGetProperty("missing", out _))
        {
            // vision.describe says its fields twice.
            taken.UnionWith(["fields", "missing"]);
        }

        if (value.TryGetProperty("reasons", out var reasons) && reasons.ValueKind == JsonValueKind.Array && reasons.EnumerateArray().All(static reason => reason.ValueKind == JsonValueKind.String))
        {
            _found.Reasons.AddRange(reasons.EnumerateArray().Select(reason => new TextFound(path, reason.GetString()!, madeBy)));
            taken.Add("reasons");
        }

        foreach (var name in (string[])["explanation", "reason"])
        {
            if (value.TryGetProperty(name, out var why) && why.ValueKind == JsonValueKind.String)
            {
                _found.Reasons.Add(new TextFound(path.Length == 0 ? name : path, why.GetString()!, madeBy));
                taken.Add(name);
            }
        }
    }

    /// <summary>Of an answer in JSON, which a model that is asked for fields gives, the description in it; the fields are facts anyway.</summary>
    private static string Spoken(string said) =>
        said.StartsWith('{') && ReplyFields.FindObject(said) is { } answer && answer.TryGetProperty("description", out var description) && description.ValueKind == JsonValueKind.String
            ? description.GetString()!
            : said;

    private void TakeScores(string path, JsonElement value, HashSet<string> taken)
    {
        foreach (var name in ScoreMembers)
        {
            if (value.TryGetProperty(name, out var score) && score.ValueKind == JsonValueKind.Number)
            {
                var by = value.TryGetProperty(name.Replace("score", "by", StringComparison.Ordinal), out var maker) && maker.ValueKind == JsonValueKind.String ? maker.GetString() : null;
                _found.Scores.Add(new ScoreFound(name == "overall" ? path : name.Replace("_score", string.Empty, StringComparison.Ordinal), score.GetDouble(), by));
                taken.UnionWith([name, "parts", "spread"]);
            }
        }
    }

    private void VisitList(string path, JsonElement list)
    {
        if (list.GetArrayLength() > 0 && list.EnumerateArray().All(static entry => entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty("color", out var color) && IsColor(color)))
        {
            _found.Palette.AddRange(list.EnumerateArray().Select(static entry => entry.GetProperty("color").GetString()!));
        }
        else if (list.EnumerateArray().All(static entry => entry.ValueKind is JsonValueKind.String or JsonValueKind.Number))
        {
            Tell(path, string.Join(", ", list.EnumerateArray().Select(static entry => entry.ToString())));
        }
        else
        {
            Tell(path, $"{list.GetArrayLength()} entries");
        }
    }

    private static bool IsColor(JsonElement color) =>
        color.ValueKind == JsonValueKind.String && color.GetString() is ['#', .. { Length: 6 } digits] && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _);

    private void VisitText(string path, string text)
    {
        if (path == "title")
        {
            _found.Title = text;
        }
        else
        {
            Tell(path, text);
        }
    }

    private void Tell(string path, string value)
    {
        if (value.Length > 0 && _found.Facts.Count < MaxFacts)
        {
            _found.Facts.Add((path.Length == 0 ? "value" : path, value.Length > MaxText ? value[..MaxText] + "…" : value));
        }
    }
}
