using System.Text.Json.Serialization;

namespace Atelier.Actions.Vision.Detection;

/// <summary>A thing seen in a picture.</summary>
/// <param name="Label">The model's word for it.</param>
/// <param name="Class">The class that was asked for and that it belongs to (<c>pet</c> for a cat); the label where none was.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="Box">Where it is.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
internal sealed record SeenObject(string Label, double Score, SeenBox Box, string? Class = null)
{
    /// <summary>Whether it is of one of these classes, by label or by class.</summary>
    public bool IsOf(IReadOnlyList<string> classes) =>
        classes.Any(name => ClassNames.Same(name, Label) || (Class is not null && ClassNames.Same(name, Class)) || ClassNames.LabelsOf(name).Any(label => ClassNames.Same(label, Label)));
}
