using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Atelier.Sdk;

namespace Atelier.Actions.Vision.Detection;

/// <summary>What <c>vision.detect</c> takes.</summary>
internal sealed record DetectInput
{
    [Description("The picture.")]
    public required Artifact Image { get; init; }

    [Description("A detector (RT-DETR). Not needed when only faces are asked for and `face_model` is given.")]
    public string? Model { get; init; }

    [Description("A detector of faces: whatever it finds counts as `face`. Without it `face` is looked for among the labels of `model`.")]
    public string? FaceModel { get; init; }

    [Description("Only these classes. A word that stands for several labels is read so: `pet` finds cats and dogs, `animal`, `vehicle`, `furniture` likewise.")]
    public OneOrMany? Classes { get; init; }

    [Description("The lowest score kept, 0 to 1.")]
    [DefaultValue(0.5)]
    [Range(0.0, 1.0)]
    public double ConfidenceThreshold { get; init; } = 0.5;

    [Description("Most objects kept, best first.")]
    [DefaultValue(100)]
    [Range(1, 1000)]
    public int MaxDetections { get; init; } = 100;

    [Description("Whether a picture with none of the classes is rejected and leaves its block; otherwise the outcome is empty.")]
    [DefaultValue(false)]
    public bool RejectIfNone { get; init; }

    /// <summary>Whether the face model is asked.</summary>
    internal bool AsksFaces => FaceModel is not null && (Classes is null || Classes.Values.Any(static name => ClassNames.Same(name, "face")));

    /// <summary>Whether the other model is asked.</summary>
    internal bool AsksObjects => Model is not null && (Classes is null || FaceModel is null || Classes.Values.Any(static name => !ClassNames.Same(name, "face")));
}
