using System.Text.Json;
using Atelier.Actions.Images;
using Atelier.Actions.Images.Edits;
using Atelier.Sdk;

namespace Atelier.Actions.Vision.Decisions;

/// <summary><c>vision.decide</c>: puts together what was found out about a picture and proposes edits, each with its reason. Rules, no model.</summary>
internal sealed class DecideAction : StepAction<DecideInput, DecideOutput>
{
    private static readonly string[] DarkWords = ["low_light", "low light", "dark", "dim", "underexposed", "under-exposed"];

    // What models write when they have nothing to say.
    private static readonly string[] NothingSaid = ["unknown", "unspecified", "none", "n/a"];

    public override ActionMetadata Metadata { get; } = new("vision.decide", 1, ReuseClass.Pure, "Proposes a cut and enhancements from quality, objects and scene, with reasons.")
    {
        Example = """
            - id: decision
              uses: vision.decide
              with: { quality: "${quality}", objects: "${detected_objects}", scene: "${scene_analysis}", aspect: "4:5" }
            """,
    };

    protected override ValueTask<ActionResult<DecideOutput>> ExecuteAsync(DecideInput input, ActionContext context, CancellationToken cancellationToken)
    {
        context.NoteMaker(ModelCalls.Classic);
        var reasons = new List<string>();
        if (!TryCut(input, reasons, out var crop, out var mistake))
        {
            return ValueTask.FromResult<ActionResult<DecideOutput>>(StepFailure.Permanent(ActionCodes.BadInput, mistake));
        }

        var facts = QualityFacts.Of(input.Quality);
        EnhanceEdit? enhance = null;
        var lowLight = false;
        if (facts.Technical is null)
        {
            reasons.Add("no enhancement: there is no technical score");
        }
        else if (facts.Technical >= input.EnhanceBelow)
        {
            reasons.Add($"no enhancement: technical score {facts.Technical:0.0} is not below {input.EnhanceBelow:0.##}");
        }
        else
        {
            (enhance, lowLight) = Enhancements.For(facts, IsDark(input.Scene), reasons);
            if (enhance is null && !lowLight)
            {
                reasons.Add($"no enhancement: technical score {facts.Technical:0.0} is below {input.EnhanceBelow:0.##}, but no measure says what is wrong");
            }
        }

        var edits = new EditPlan { Crop = crop, Enhance = enhance, LowLight = lowLight };
        return ValueTask.FromResult<ActionResult<DecideOutput>>(new DecideOutput(crop, enhance, lowLight, edits, edits != new EditPlan(), reasons));
    }

    private static bool TryCut(DecideInput input, List<string> reasons, out CropEdit? crop, out string mistake)
    {
        (crop, mistake) = (null, string.Empty);
        var subjects = (input.Objects?.Of(input.Subjects) ?? []).Select(CropSubject.Of).ToList();
        var (width, height) = (input.Objects?.Width ?? 1, input.Objects?.Height ?? 1);
        if (!AspectText.TryParse(input.Aspect, (double)width / Math.Max(1, height), out var aspect))
        {
            mistake = $"`aspect`: `{input.Aspect}` is no proportion such as 4:5, or beyond 20:1";
            return false;
        }

        var composition = Text(input.Scene, "composition");
        if (input.Crop == CropWhen.Never || subjects.Count == 0 || width < 1 || height < 1)
        {
            reasons.Add(input.Crop == CropWhen.Never ? "no cut: it is switched off" : "no cut: there are no objects");
            return true;
        }

        if (input.Crop == CropWhen.Auto && composition is null)
        {
            reasons.Add("no cut: nothing is said of the composition");
            return true;
        }

        var cut = CropByThirds.Choose(new CutArea(0, 0, width, height), aspect, subjects, minScale: 0.7, padding: 0.03);
        if (cut.Width >= width - 1 && cut.Height >= height - 1)
        {
            reasons.Add("no cut: the whole picture is the best one");
            return true;
        }

        crop = new CropEdit
        {
            Aspect = input.Aspect,
            Left = Math.Round(cut.Left / width, 5),
            Top = Math.Round(cut.Top / height, 5),
            Width = Math.Round(cut.Width / width, 5),
            Height = Math.Round(cut.Height / height, 5),
        };
        var labels = string.Join(", ", input.Objects!.Of(input.Subjects).Select(static seen => seen.Label).Distinct());
        var said = composition is null ? string.Empty : $"; the scene's composition: {composition}";
        reasons.Add($"cut to {cut.Width / width:0%} x {cut.Height / height:0%} of the picture by thirds around {subjects.Count} {(subjects.Count == 1 ? "object" : "objects")} ({labels}){said}");
        return true;
    }

    private static bool IsDark(JsonElement? scene) =>
        Text(scene, "lighting") is { } lighting && DarkWords.Any(word => lighting.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>A field of the scene as text; null when it is missing or says nothing.</summary>
    private static string? Text(JsonElement? scene, string name) =>
        scene is { } value && RowFields.Find(value, name) is { } field
            ? field.ValueKind switch
            {
                JsonValueKind.String when field.GetString() is { Length: > 0 } text && !NothingSaid.Contains(text.Trim(), StringComparer.OrdinalIgnoreCase) => text,
                JsonValueKind.String => null,
                JsonValueKind.Array when field.GetArrayLength() == 0 => null,
                _ => field.GetRawText(),
            }
            : null;
}
