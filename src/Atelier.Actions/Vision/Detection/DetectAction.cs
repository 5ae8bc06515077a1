using Atelier.Sdk;
using Atelier.Sdk.Models;

namespace Atelier.Actions.Vision.Detection;

/// <summary><c>vision.detect</c>: which things are where.</summary>
internal sealed class DetectAction : StepAction<DetectInput, DetectOutput>
{
    /// <summary>Objects asked for where a filter follows: as many as RT-DETR has queries.</summary>
    private const int Queries = 300;

    public override ActionMetadata Metadata { get; } = new("vision.detect", 1, ReuseClass.Pure, "Finds things in a picture: labels, scores and boxes.")
    {
        Queue = "gpu",
        Start = StartRecord.Unawaited,
        Example = """
            - id: detected_objects
              uses: vision.detect
              with: { image: "${photo}", model: rt-detr, classes: [person, pet, car], confidence_threshold: 0.6, max_detections: 10 }
            """,
    };

    protected override string? Affinity(DetectInput input) => input.AsksObjects ? input.Model : input.FaceModel;

    protected override ValueTask<IReadOnlyDictionary<string, string>> FingerprintPartsAsync(DetectInput input, ActionContext context, CancellationToken cancellationToken) =>
        context.ModelDigestsAsync([input.AsksObjects ? input.Model : null, input.AsksFaces ? input.FaceModel : null], cancellationToken);

    protected override async ValueTask<ActionResult<DetectOutput>> ExecuteAsync(DetectInput input, ActionContext context, CancellationToken cancellationToken)
    {
        if (!input.AsksObjects && !input.AsksFaces)
        {
            return StepFailure.Permanent(ActionCodes.BadInput, "there is nothing to ask: give `model`, or `face_model` for faces");
        }

        var path = await context.Artifacts.GetPathAsync(input.Image, cancellationToken).ConfigureAwait(false);
        var (width, height) = (0, 0);
        var seen = new List<SeenObject>();
        var makers = new List<string>();
        if (input.AsksObjects)
        {
            var question = new DetectObjects(path, input.ConfidenceThreshold, input.Classes is null ? input.MaxDetections : Math.Max(Queries, input.MaxDetections));
            if (!(await context.AskAsync(input.Model!, question, cancellationToken).ConfigureAwait(false)).TryGet(out var reply, out var failure))
            {
                return failure;
            }

            makers.Add(reply.Model.MadeBy);
            (width, height) = (reply.Answer.Width, reply.Answer.Height);
            seen.AddRange(reply.Answer.Objects.Select(found => Seen(found, input)).OfType<SeenObject>());
        }

        if (input.AsksFaces)
        {
            var question = new DetectObjects(path, input.ConfidenceThreshold, input.MaxDetections);
            if (!(await context.AskAsync(input.FaceModel!, question, cancellationToken).ConfigureAwait(false)).TryGet(out var reply, out var failure))
            {
                return failure;
            }

            makers.Add(reply.Model.MadeBy);
            (width, height) = (reply.Answer.Width, reply.Answer.Height);
            seen.RemoveAll(static other => ClassNames.Same(other.Label, "face"));
            seen.AddRange(reply.Answer.Objects.Select(static face => new SeenObject("face", Math.Round(face.Score, 4), SeenBox.Of(face.Box), "face")));
        }

        // Of equal scores the one further up, then further left comes first, so that the order is total.
        var kept = seen.OrderByDescending(found => found.Score).ThenBy(found => found.Box.Top).ThenBy(found => found.Box.Left).Take(input.MaxDetections).ToList();
        var output = DetectOutput.Of(width, height, kept, makers, [.. input.Classes?.Values ?? [], .. input.AsksFaces ? ["face"] : Array.Empty<string>()]);
        return kept.Count > 0 ? output
            : input.RejectIfNone ? new ActionResult<DetectOutput>.Rejected($"no {string.Join(", no ", input.Classes?.Values ?? ["object"])} found")
            : new ActionResult<DetectOutput>.Empty(output);
    }

    /// <summary>The object with the first class it belongs to; null when it belongs to none.</summary>
    private static SeenObject? Seen(DetectedObject found, DetectInput input)
    {
        var seen = new SeenObject(found.Label, Math.Round(found.Score, 4), SeenBox.Of(found.Box));
        return input.Classes is null ? seen with { Class = found.Label }
            : input.Classes.Values.FirstOrDefault(name => seen.IsOf([name])) is { } name ? seen with { Class = name }
            : null;
    }
}
