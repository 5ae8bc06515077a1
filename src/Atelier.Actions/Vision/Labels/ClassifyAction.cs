using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Atelier.Sdk;
using Atelier.Sdk.Models;

namespace Atelier.Actions.Vision.Labels;

/// <summary>What <c>vision.classify</c> takes.</summary>
internal sealed record ClassifyInput
{
    [Description("The picture.")]
    public required Artifact Image { get; init; }

    [Description("A CLIP or SigLIP model.")]
    public required string Model { get; init; }

    [Description("The words to choose from. CLIP's scores add up to 1 over them; SigLIP scores each by itself.")]
    public required OneOrMany Labels { get; init; }

    [Description("What the model reads for a label; `{label}` stands for it.")]
    [DefaultValue("a photo of {label}")]
    public string Template { get; init; } = "a photo of {label}";

    [Description("Most labels yielded, best first.")]
    [DefaultValue(5)]
    [Range(1, 10_000)]
    public int Top { get; init; } = 5;

    [Description("The lowest score yielded, 0 to 1.")]
    [DefaultValue(0.0)]
    [Range(0.0, 1.0)]
    public double Threshold { get; init; }
}

/// <summary>A label and how well it fits.</summary>
internal sealed record LabelScore(string Label, double Score);

/// <summary>What <c>vision.classify</c> yields.</summary>
internal sealed record ClassifyOutput(
    [property: Description("The labels that fit, best first.")] IReadOnlyList<LabelScore> Labels,
    [property: Description("The best label; null when none reaches the threshold.")] string? Best,
    [property: Description("Its score, 0 to 1; null when there is none.")] double? BestScore,
    [property: Description("Who scored them: the model's name and digest.")] string MadeBy);

/// <summary><c>vision.classify</c>: which of some words fit a picture, without training.</summary>
internal sealed class ClassifyAction : StepAction<ClassifyInput, ClassifyOutput>
{
    public override ActionMetadata Metadata { get; } = new("vision.classify", 1, ReuseClass.Pure, "Says which of some labels fit a picture, without training.")
    {
        Queue = "gpu",
        Start = StartRecord.Unawaited,
        Example = """
            - id: kind
              uses: vision.classify
              with: { image: "${photo}", model: clip, labels: [portrait, landscape, still life], top: 1 }
            """,
    };

    protected override string? Affinity(ClassifyInput input) => input.Model;

    protected override ValueTask<IReadOnlyDictionary<string, string>> FingerprintPartsAsync(ClassifyInput input, ActionContext context, CancellationToken cancellationToken) =>
        context.ModelDigestsAsync([input.Model], cancellationToken);

    protected override async ValueTask<ActionResult<ClassifyOutput>> ExecuteAsync(ClassifyInput input, ActionContext context, CancellationToken cancellationToken)
    {
        var labels = input.Labels.Values.Distinct(StringComparer.Ordinal).ToList();
        if (labels.Count == 0 || !input.Template.Contains("{label}", StringComparison.Ordinal))
        {
            return StepFailure.Permanent(ActionCodes.BadInput, labels.Count == 0 ? "`labels` is empty" : "`template` has no {label}");
        }

        var path = await context.Artifacts.GetPathAsync(input.Image, cancellationToken).ConfigureAwait(false);
        var texts = labels.ConvertAll(label => input.Template.Replace("{label}", label, StringComparison.Ordinal));
        if (!(await context.AskAsync(input.Model, new ScoreLabels(path, texts), cancellationToken).ConfigureAwait(false)).TryGet(out var reply, out var failure))
        {
            return failure;
        }

        if (reply.Answer.Length != labels.Count)
        {
            return StepFailure.Permanent(VisionCodes.OddAnswer, $"`{input.Model}` gave {reply.Answer.Length} scores for {labels.Count} labels");
        }

        // Equal scores keep the order in which the labels are written.
        var best = labels.Zip(reply.Answer, (label, score) => new LabelScore(label, Math.Round(score, 6)))
            .OrderByDescending(label => label.Score).Where(label => label.Score >= input.Threshold).Take(input.Top).ToList();
        var output = new ClassifyOutput(best, best.FirstOrDefault()?.Label, best.FirstOrDefault()?.Score, reply.Model.MadeBy);
        return best.Count == 0 ? new ActionResult<ClassifyOutput>.Empty(output) : output;
    }
}
