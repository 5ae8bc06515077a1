namespace Atelier.Actions.Vision;

/// <summary>The failure codes of <c>vision.*</c>, <c>embeddings.*</c> and <c>images.apply_edits</c>.</summary>
internal static class VisionCodes
{
    /// <summary>An embedding is no vector, or two come from different models or have different lengths.</summary>
    public const string VectorsDiffer = "ATL5740";

    /// <summary>A model's answer holds none of the fields that were asked for, twice.</summary>
    public const string FieldsMissing = "ATL5741";

    /// <summary>An edit works on a part of the picture and neither a mask nor objects say which.</summary>
    public const string MaskMissing = "ATL5742";

    /// <summary>A model gave a mask or a score of a shape that it cannot have.</summary>
    public const string OddAnswer = "ATL5743";
}
