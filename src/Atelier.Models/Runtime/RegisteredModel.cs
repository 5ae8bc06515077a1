using Atelier.Models.Files;
using Atelier.Models.Registry;
using Atelier.Sdk;

namespace Atelier.Models.Runtime;

/// <summary>A name that models are asked by, with what its files tell. Nothing was loaded for it.</summary>
/// <param name="Definition">As registered.</param>
/// <param name="IsBuiltIn">It comes along; false: the home's registry has it.</param>
/// <param name="Files">All that its digest is of, in the order of their names; none for a server, or where they cannot be read.</param>
/// <param name="Check">What is known of it; null: see <paramref name="Failure"/>.</param>
/// <param name="Failure">Why it cannot be used.</param>
public sealed record RegisteredModel(ModelDefinition Definition, bool IsBuiltIn, IReadOnlyList<ModelFile> Files, ModelCheck? Check, StepFailure? Failure)
{
    /// <summary>Bytes of all files.</summary>
    public long FileBytes => Files.Sum(static file => file.Bytes);
}
