using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Atelier.Actions.Vision.Selection;

/// <summary>How much each part counts.</summary>
internal sealed record SelectionWeights
{
    [Description("Of the technical score.")]
    [DefaultValue(1.0)]
    [Range(0.0, 100.0)]
    public double Technical { get; init; } = 1;

    [Description("Of the aesthetic score.")]
    [DefaultValue(1.0)]
    [Range(0.0, 100.0)]
    public double Aesthetic { get; init; } = 1;

    [Description("Of the model's comparison.")]
    [DefaultValue(1.0)]
    [Range(0.0, 100.0)]
    public double Comparison { get; init; } = 1;
}
