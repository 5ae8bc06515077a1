using Atelier.Actions.Embeddings;
using static Atelier.Actions.Images.Pages.PageText;

namespace Atelier.Actions.Images.Pages;

/// <summary>Writes a map: a point a picture, near each other what the vectors say is alike. Each point leads to its card.</summary>
internal static class MapHtml
{
    private const double Width = 1000;
    private const double Height = 460;
    private const double Margin = 36;
    private const int Colors = 8;

    /// <param name="target">Where to.</param>
    /// <param name="cards">Number, title, and group (the word that colours it; null: none) of each card with a vector.</param>
    /// <param name="vectors">Theirs, of one length.</param>
    public static void Write(TextWriter target, IReadOnlyList<(int Number, string Title, string? Group)> cards, IReadOnlyList<float[]> vectors)
    {
        var projection = PrincipalAxes.Project(vectors, 2);
        var groups = cards.Select(static card => card.Group).OfType<string>().GroupBy(static name => name)
            .OrderByDescending(static group => group.Count()).ThenBy(static group => group.Key, StringComparer.Ordinal).Take(Colors).Select(static group => group.Key).ToList();
        var radius = cards.Count > 400 ? 4 : cards.Count > 80 ? 6 : 8;
        target.Write($"""
            <details class="map" open><summary>Map of {cards.Count} pictures</summary>
            <p class="sub">Principal components of the vectors: pictures that a model finds alike lie near each other. The two axes hold {Number(100 * projection.Shares[0], "0")} % and {Number(100 * projection.Shares[1], "0")} % of the differences. <label class="scripted" hidden><input type="checkbox" id="show-pictures"> pictures on the map</label></p>
            <div class="plot"><svg viewBox="0 0 {Width} {Height}" role="group" aria-label="map of pictures"><line class="axis" x1="0" x2="{Width}" y1="{Height / 2}" y2="{Height / 2}"/><line class="axis" x1="{Width / 2}" x2="{Width / 2}" y1="0" y2="{Height}"/>

            """);
        var most = projection.Points.Select(static point => (X: Math.Abs(point[0]), Y: Math.Abs(point[1]))).ToList();
        // One scale for both axes: distances on the map are distances between vectors.
        var scale = Math.Min(((Width / 2) - Margin) / Math.Max(1e-9, most.Max(static at => at.X)), ((Height / 2) - Margin) / Math.Max(1e-9, most.Max(static at => at.Y)));
        for (var i = 0; i < cards.Count; i++)
        {
            var (number, title, group) = cards[i];
            var color = group is null || groups.IndexOf(group) is not (>= 0 and var index) ? "x" : index.ToString();
            var (x, y) = ((Width / 2) + (projection.Points[i][0] * scale), (Height / 2) - (projection.Points[i][1] * scale));
            target.Write($"<a href=\"#p{number}\" data-i=\"{number}\" aria-label=\"{Encode(title)}\"><circle class=\"c{color}\" cx=\"{Number(x, "0.#")}\" cy=\"{Number(y, "0.#")}\" r=\"{radius}\"/></a>\n");
        }

        target.Write("</svg><div class=\"peek\" id=\"peek\" hidden></div></div>");
        if (groups.Count > 0)
        {
            target.Write($"<ul class=\"legend\">{string.Concat(groups.Select(static (name, i) => $"<li><svg viewBox=\"0 0 10 10\" aria-hidden=\"true\"><circle class=\"c{i}\" cx=\"5\" cy=\"5\" r=\"5\"/></svg>{Encode(name)}</li>"))}</ul>");
        }

        target.Write("</details>\n");
    }
}
