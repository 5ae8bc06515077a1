using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Atelier.Models.Decoding;

/// <summary>Reads <see cref="AnchorDetection"/> from the options of a model.</summary>
internal static class DetectionOptions
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
        RespectNullableAnnotations = true,
    };

    /// <summary>Reads and checks; the problem is one sentence about the first mistake.</summary>
    public static bool TryRead(JsonElement options, [NotNullWhen(true)] out AnchorDetection? detection, [NotNullWhen(false)] out string? problem)
    {
        detection = null;
        try
        {
            detection = options.Deserialize<AnchorDetection>(Json);
        }
        catch (JsonException exception)
        {
            problem = $"`detection` cannot be read: {exception.Message}";
            return false;
        }

        problem = detection is null ? "`detection` is null" : ProblemOf(detection);
        detection = problem is null ? detection : null;
        return problem is null;
    }

    private static string? ProblemOf(AnchorDetection detection)
    {
        var anchored = detection.Box is BoxForm.Variances or BoxForm.Distances;
        return detection switch
        {
            { Boxes.Count: 0 } => "`detection.boxes` names no tensor",
            { Labels.Count: 0 } => "`detection.labels` is empty",
            { InputWidth: < 1 } or { InputHeight: < 1 } => "`detection.input_width` and `input_height` must be 1 or more",
            { MaxOverlap: < 0 or > 1 } => "`detection.max_overlap` must lie between 0 and 1",
            { Background: { } background } when background < 0 || background > detection.Labels.Count => $"`detection.background` must lie between 0 and {detection.Labels.Count}",
            { BoxColumn: < 0 } or { ScoreColumn: < 0 } or { ObjectnessColumn: < 0 } => "a column is counted from 0",
            _ when detection.Scores.Count != detection.Boxes.Count => $"`detection.boxes` names {detection.Boxes.Count} tensors, `scores` {detection.Scores.Count}",
            _ when anchored && detection.Levels.Count == 0 => $"`detection.box: {(detection.Box == BoxForm.Variances ? "variances" : "distances")}` needs `levels`",
            _ when anchored && detection.Boxes.Count > 1 && detection.Levels.Count != detection.Boxes.Count => $"`detection.boxes` names {detection.Boxes.Count} tensors for {detection.Levels.Count} levels",
            _ when detection.Levels.Any(static level => level.Stride < 1 || level.PerCell < 1) => "a level needs a `stride` and a `per_cell` of 1 or more",
            _ when detection.Box == BoxForm.Variances && detection.Levels.Any(static level => level.Sizes is not { Count: > 0 }) => "`detection.box: variances` needs `sizes` in every level",
            _ => null,
        };
    }
}
