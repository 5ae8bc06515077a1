using System.ComponentModel;
using Atelier.Sdk;

namespace Atelier.Actions.Images;

/// <summary>What actions take that only look at a picture.</summary>
internal sealed record ImageInput
{
    [Description("The picture.")]
    public required Artifact Image { get; init; }
}
