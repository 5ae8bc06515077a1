using System.ComponentModel;
using Atelier.Sdk;

namespace Atelier.Actions.Images.Edits;

/// <summary>What <c>images.apply_edits</c> yields.</summary>
internal sealed record ApplyEditsOutput(
    [property: Description("The picture; the input itself when there was nothing to change.")] Artifact Image,
    [property: Description("Pixels.")] int Width,
    [property: Description("Pixels.")] int Height,
    [property: Description("jpeg, png, webp, avif or tiff; of an unchanged picture its own.")] string Format,
    [property: Description("What was done, each with its numbers: edit, detail.")] IReadOnlyList<AppliedEdit> Applied,
    [property: Description("Edits that were asked for and changed nothing, each with why: edit, detail.")] IReadOnlyList<AppliedEdit> Skipped,
    [property: Description("The cut in pixels of the straightened picture: left, top, width, height; null: not cut.")] CutArea? Crop,
    [property: Description("Degrees clockwise by which it was turned; 0: not turned.")] double Angle);

/// <summary>An edit and what came of it.</summary>
internal sealed record AppliedEdit(string Edit, string Detail);
