using Atelier.Language.Plans;
using Atelier.Models.Runtime;
using Atelier.Sdk;

namespace Atelier.Hosting.Models;

/// <summary>A model that a workflow names outright.</summary>
/// <param name="Name">As its steps write it.</param>
/// <param name="Steps">Those that ask it.</param>
/// <param name="Check">What is known of it; null: nothing.</param>
/// <param name="Failure">Why nothing is known.</param>
public sealed record NamedModel(string Name, IReadOnlyList<ActionStepPlan> Steps, ModelCheck? Check, StepFailure? Failure);
