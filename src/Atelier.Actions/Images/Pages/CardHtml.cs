using System.Text.Json;
using static Atelier.Actions.Images.Pages.PageText;

namespace Atelier.Actions.Images.Pages;

/// <summary>Writes an item as a card: picture with boxes, what was said of it, tags, scores, reasons, everything else, and who made it.</summary>
internal static class CardHtml
{
    /// <summary>Boxes are drawn over a picture of the proportions they were found in, give or take this share: a thumbnail that was cut shows other parts.</summary>
    private const double Alike = 0.02;

    /// <summary>Units across an overlay, so that the labels of boxes are as large on every picture.</summary>
    private const double Across = 320;

    /// <summary>With more boxes than these their names would cover the picture; they stand below it.</summary>
    private const int MostNames = 16;

    public static void Write(TextWriter target, int number, ContactCard card, Findings found)
    {
        var title = TitleOf(card, found);
        target.Write($"<article class=\"card\" id=\"p{number}\" data-i=\"{number}\" data-title=\"{Encode(title)}\" data-facets=\"{Encode(JsonSerializer.Serialize(FacetsOf(card, found)))}\"");
        foreach (var score in found.Scores.DistinctBy(static score => DataName(score.Path)).Where(static score => DataName(score.Path).Length > 0))
        {
            target.Write($" data-{DataName(score.Path)}=\"{Number(score.Value, "0.####")}\"");
        }

        target.Write(">\n");
        WritePictures(target, card, found, title);
        target.Write("<svg class=\"near\" viewBox=\"0 0 100 4\" preserveAspectRatio=\"none\" aria-hidden=\"true\" hidden><rect width=\"0\" height=\"4\"/></svg>\n<div class=\"body\">");
        target.Write($"<h2>{Encode(title)}</h2>");
        if (title != card.Key)
        {
            target.Write($"<p class=\"key\">{Encode(card.Key)}</p>");
        }

        WriteOutcome(target, card);
        WriteTexts(target, found, title);
        WriteScores(target, found);
        WriteTags(target, found);
        WriteObjects(target, found);
        WriteReasons(target, found);
        WritePalette(target, found);
        WriteFacts(target, found);
        if (found.Vector is not null)
        {
            target.Write("<button type=\"button\" class=\"like scripted\" hidden>More like this</button>");
        }

        WriteMakers(target, card, found);
        target.Write("</div></article>\n");
    }

    public static string TitleOf(ContactCard card, Findings found) => card.Title ?? found.Title ?? card.Key;

    /// <summary>What the card can be picked by: its first tags, the things in it, its outcome.</summary>
    public static IReadOnlyList<string> FacetsOf(ContactCard card, Findings found) =>
    [
        .. found.Tags.Where(static tags => tags.Labels.Count > 0).Select(static tags => tags.Labels[0].Label)
            .Concat(found.Objects.SelectMany(static seen => seen.Objects).Select(static seen => seen.Label)).Distinct(StringComparer.Ordinal),
        .. card.Outcome == "succeeded" ? Array.Empty<string>() : [card.Outcome],
    ];

    /// <summary>The score's name as part of an attribute's; empty when it holds anything but letters.</summary>
    public static string DataName(string path) =>
        path.ToLowerInvariant() is var name && name.Length > 0 && name.All(static letter => letter is (>= 'a' and <= 'z') or '_') && name is not ("i" or "title" or "facets") ? name.Replace('_', '-') : string.Empty;

    private static void WritePictures(TextWriter target, ContactCard card, Findings found, string title)
    {
        if (card.Pictures.Count == 0)
        {
            target.Write("<div class=\"nopicture\">no picture</div>\n");
            return;
        }

        var (_, first) = card.Pictures[0];
        target.Write("<figure>");
        WriteImage(target, first, found.Texts is [var text, ..] ? $"{title}: {text.Text}" : title);
        WriteBoxes(target, first, found);
        target.Write("</figure>\n");
        if (card.Pictures.Count > 1)
        {
            target.Write("<div class=\"more\">");
            foreach (var (path, picture) in card.Pictures.Skip(1))
            {
                target.Write("<figure>");
                WriteImage(target, picture, $"{title}: {path}");
                target.Write($"<figcaption>{Encode(path)}</figcaption></figure>");
            }

            target.Write("</div>\n");
        }
    }

    private static void WriteImage(TextWriter target, ShownPicture picture, string text)
    {
        var size = picture is { Width: > 0, Height: > 0 } ? $" width=\"{picture.Width}\" height=\"{picture.Height}\"" : string.Empty;
        target.Write($"<img alt=\"{Encode(text)}\"{size} loading=\"lazy\" decoding=\"async\" src=\"data:{Encode(picture.MediaType)};base64,");
        target.Write(Convert.ToBase64String(picture.Bytes));
        target.Write("\">");
    }

    private static void WriteBoxes(TextWriter target, ShownPicture picture, Findings found)
    {
        var fitting = found.Objects.Where(seen => seen.Objects.Count > 0 && picture is { Width: > 0, Height: > 0 }
            && Math.Abs((seen.Width / seen.Height * picture.Height / picture.Width) - 1) < Alike).ToList();
        if (fitting.Count == 0)
        {
            return;
        }

        var down = Across * picture.Height / picture.Width;
        var named = fitting.Sum(static seen => seen.Objects.Count) <= MostNames;
        target.Write($"<svg class=\"boxes\" viewBox=\"0 0 {Number(Across, "0")} {Number(down, "0.#")}\" aria-hidden=\"true\">");
        foreach (var seen in fitting.SelectMany(static seen => seen.Objects))
        {
            var (x, y) = (seen.Left * Across, seen.Top * down);
            var box = $"x=\"{Number(x, "0.#")}\" y=\"{Number(y, "0.#")}\" width=\"{Number(seen.Width * Across, "0.#")}\" height=\"{Number(seen.Height * down, "0.#")}\" rx=\"2\"";
            target.Write($"<rect class=\"under\" {box}/><rect {box}/>");
            if (named)
            {
                target.Write($"<text x=\"{Number(x + 3, "0.#")}\" y=\"{Number(y < 16 ? y + 13 : y - 4, "0.#")}\">{Encode(seen.Label)}</text>");
            }
        }

        target.Write("</svg>");
    }

    private static void WriteOutcome(TextWriter target, ContactCard card)
    {
        if (card.Outcome is not "succeeded")
        {
            target.Write($"<span class=\"outcome {Encode(card.Outcome)}\">{Encode(card.Outcome)}</span>");
        }

        if (card.Cause is not null)
        {
            target.Write($"<p class=\"cause\">{Encode(card.Cause)}</p>");
        }
    }

    private static void WriteTexts(TextWriter target, Findings found, string title)
    {
        foreach (var text in found.Texts.Where(text => text.Text != title))
        {
            target.Write($"<h3>{Words(text.Path)}{By(text.MadeBy)}</h3><p class=\"said\">{Encode(text.Text)}</p>");
        }
    }

    private static void WriteScores(TextWriter target, Findings found)
    {
        if (found.Scores.Count > 0)
        {
            target.Write("<dl class=\"scores\">");
            foreach (var score in found.Scores)
            {
                target.Write($"<div><dt>{Words(score.Path)}</dt><dd>{Number(score.Value, "0.0#")}</dd></div>");
            }

            target.Write("</dl>");
        }
    }

    private static void WriteTags(TextWriter target, Findings found)
    {
        foreach (var tags in found.Tags)
        {
            target.Write($"<h3>{Words(tags.Path)}{By(tags.MadeBy)}</h3><ul class=\"tags\">");
            foreach (var (label, score) in tags.Labels)
            {
                target.Write($"<li><span class=\"name\"><svg viewBox=\"0 0 100 1\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect width=\"{Number(100 * Math.Clamp(score, 0, 1), "0.#")}\" height=\"1\"/></svg><span>{Encode(label)}</span></span><span class=\"value\">{Number(100 * score, "0.#")}&nbsp;%</span></li>");
            }

            target.Write("</ul>");
        }
    }

    private static void WriteObjects(TextWriter target, Findings found)
    {
        foreach (var seen in found.Objects)
        {
            var counts = seen.Objects.GroupBy(static one => one.Label).Select(static group => group.Count() == 1 ? group.Key : $"{group.Key} × {group.Count()}").ToList();
            target.Write($"<h3>{Words(seen.Path)}{By(seen.MadeBy)}</h3><p class=\"cause\">{(counts.Count == 0 ? "nothing found" : Encode(string.Join(", ", counts)))}</p>");
        }
    }

    private static void WriteReasons(TextWriter target, Findings found)
    {
        foreach (var reasons in found.Reasons.GroupBy(static reason => reason.Path))
        {
            target.Write($"<h3>{Words(reasons.Key.Length == 0 ? "reasons" : reasons.Key)}</h3><ul class=\"reasons\">");
            foreach (var reason in reasons)
            {
                target.Write($"<li>{Encode(reason.Text)}</li>");
            }

            target.Write("</ul>");
        }
    }

    private static void WritePalette(TextWriter target, Findings found)
    {
        if (found.Palette.Count > 0)
        {
            target.Write($"<svg class=\"palette\" viewBox=\"0 0 {found.Palette.Count} 1\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"colours {Encode(string.Join(", ", found.Palette))}\">");
            for (var i = 0; i < found.Palette.Count; i++)
            {
                target.Write($"<rect x=\"{i}\" width=\"1.02\" height=\"1\" fill=\"{Encode(found.Palette[i])}\"/>");
            }

            target.Write("</svg>");
        }
    }

    private static void WriteFacts(TextWriter target, Findings found)
    {
        if (found.Facts.Count > 0)
        {
            target.Write("<details class=\"facts\"><summary>everything else</summary><dl>");
            foreach (var (path, value) in found.Facts)
            {
                target.Write($"<dt>{Encode(path)}</dt><dd>{Encode(value)}</dd>");
            }

            target.Write("</dl></details>");
        }
    }

    private static void WriteMakers(TextWriter target, ContactCard card, Findings found)
    {
        // Those that stand beside what they made are not said twice.
        var beside = found.Texts.Select(static text => text.MadeBy).Concat(found.Tags.Select(static tags => tags.MadeBy)).Concat(found.Objects.Select(static seen => seen.MadeBy));
        var makers = card.Makers.Concat(found.Makers).Distinct(StringComparer.Ordinal).Except(beside.OfType<string>()).ToList();
        if (makers.Count > 0)
        {
            target.Write($"<ul class=\"makers\" aria-label=\"made by\">{string.Concat(makers.Select(static maker => $"<li>{Encode(maker)}</li>"))}</ul>");
        }
    }

    /// <summary>A path as a heading: <c>scene.detected_objects</c> is "scene · detected objects".</summary>
    private static string Words(string path) => Encode(path.Replace(".", " · ", StringComparison.Ordinal).Replace('_', ' '));

    private static string By(string? maker) => maker is null ? string.Empty : $" <span class=\"by\">{Encode(maker)}</span>";
}
