using System.ComponentModel.DataAnnotations;
using Atelier.Models.Lanes;

namespace Atelier.Models.Runtime;

/// <summary>Where models are registered and what runs them.</summary>
public sealed record ModelRuntimeOptions
{
    /// <summary>The home's folder: <c>models.yaml</c>, pulled models under <c>models/</c>, remembered digests under <c>cache/</c>. It need not exist.</summary>
    [Required]
    public required string HomeFolder { get; init; }

    /// <summary>The program that holds models.</summary>
    [Required]
    public required ModelHostOptions Host { get; init; }

    /// <summary>Demo models (<see cref="Sdk.Models.ModelIdentity.IsDemo"/>) that stand in where neither the workflow nor the home has one of the name; definitions as in <c>models.yaml</c>, relative to <see cref="BuiltInFolder"/>. Null: none.</summary>
    public string? BuiltInFolder { get; init; }

    /// <summary>Finds a secret by its name; null: it is not set. Default: none is.</summary>
    public Func<string, string?> Secrets { get; init; } = static _ => null;
}
