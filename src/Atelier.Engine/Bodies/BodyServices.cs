using Atelier.Engine.Artifacts;
using Atelier.Engine.Logs;
using Atelier.Engine.Secrets;
using Atelier.Engine.Stores;
using Atelier.Language.Plans;
using Atelier.Sdk;
using Atelier.Sdk.Models;

namespace Atelier.Engine.Bodies;

/// <summary>What bodies share.</summary>
internal sealed record BodyServices
{
    public required IRunStore Store { get; init; }

    public required IArtifactStore Artifacts { get; init; }

    public required ISecretSource Secrets { get; init; }

    public required IStepLog Log { get; init; }

    public required TimeProvider Time { get; init; }

    /// <summary>Private folders of bodies.</summary>
    public required WorkFolders WorkFolders { get; init; }

    /// <summary>Relative paths of workflows without a file resolve against it.</summary>
    public required string BaseFolder { get; init; }

    public IRunControl? Runs { get; set; }

    /// <summary>The models of a workflow and its folder; null: none are set up.</summary>
    public Func<WorkflowPlan, string, IModels>? Models { get; init; }
}
