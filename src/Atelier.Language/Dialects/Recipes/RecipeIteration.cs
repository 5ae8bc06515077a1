using Atelier.Language.Yaml;

namespace Atelier.Language.Dialects.Recipes;

/// <summary>
/// <c>quality_guided_enhancement</c>: edits of growing strength, each on the photo as it was, until the scores are good enough; the best round stays when they never are.
/// </summary>
internal sealed class RecipeIteration(RecipeResults results)
{
    public void Add(RecipeOperation operation, RecipeStepWriter writer, string until)
    {
        var at = operation.Position;
        var edits = Node.Map(
            at,
            ("low_light", Node.Plain(at, "true")),
            ("enhance", Node.Map(
                at,
                ("brighten", Node.Expression(at, "0.2 * iteration.index")),
                ("sharpen", Node.Expression(at, "0.4 * (iteration.index + 1)")),
                ("denoise", Node.Expression(at, "iteration.index > 1 ? 3 : 0")))));
        var lift = Node.Map(
            at,
            ("id", Node.Text(at, "lifted")),
            ("uses", Node.Text(at, "images.apply_edits")),
            ("with", Node.Map(at, ("image", Node.Expression(at, results.Pass.Photo)), ("edits", edits))),
            ("timeout", writer.Timeout),
            ("queue", Node.Text(at, "cpu_queue")));
        var measure = Node.Map(
            at,
            ("id", Node.Text(at, "measured")),
            ("uses", Node.Text(at, "vision.quality")),
            ("with", Node.Map(at, ("image", Node.Expression(at, "lifted.image")), ("model", Node.Text(operation.Step.Model?.Position ?? at, operation.Model!)))),
            ("timeout", writer.Timeout),
            ("queue", Node.Text(at, writer.Queue)));
        writer.WriteStep(
            ("repeat", writer.Loop(until, Node.Map(at, ("keep_best", Node.Expression(at, "measured.technical_score"))))),
            ("yield", Node.Map(
                at,
                ("image", Node.Expression(at, "lifted.image")),
                ("technical_score", Node.Expression(at, "measured.technical_score")),
                ("aesthetic_score", Node.Expression(at, "measured.aesthetic_score")),
                ("applied", Node.Expression(at, "lifted.applied")),
                ("technical_by", Node.Expression(at, "measured.technical_by")),
                ("aesthetic_by", Node.Expression(at, "measured.aesthetic_by")))),
            ("steps", Node.List(at, [lift, measure])));
    }
}
