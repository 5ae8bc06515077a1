using Atelier.Engine.Artifacts;
using Atelier.Engine.Logs;
using Atelier.Engine.Secrets;
using Atelier.Engine.Stores;
using Atelier.Language;
using Atelier.Language.Plans;
using Atelier.Sdk;
using Atelier.Sdk.Models;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Atelier.Engine.Running;

/// <summary>What an engine stands on.</summary>
public sealed record EnginePorts
{
    /// <summary>Runs.</summary>
    public required IRunStore Store { get; init; }

    /// <summary>Bytes.</summary>
    public required IArtifactStore Artifacts { get; init; }

    /// <summary>Actions by name.</summary>
    public required IActionSource Actions { get; init; }

    /// <summary>Compiles a registered definition again.</summary>
    public required Func<WorkflowRow, WorkflowPlan> Plans { get; init; }

    /// <summary>Secrets by name.</summary>
    public required ISecretSource Secrets { get; init; }

    /// <summary>Log lines of bodies.</summary>
    public required IStepLog Log { get; init; }

    /// <summary>Starts runs for actions: workflow reference and inputs to a started run. Null: not offered.</summary>
    public IRunControl? Runs { get; init; }

    /// <summary>
    /// The models of a workflow, with the folder its relative paths resolve against. Called once for a run in memory, by its first body that asks; what is
    /// disposable is disposed of when the run leaves memory. Null: none are set up.
    /// </summary>
    public Func<WorkflowPlan, string, IModels>? Models { get; init; }

    /// <summary>Whether a body that asks this model (<see cref="IAction.GetAffinity"/>) would now put another model away, counting those that are loaded, being loaded and waited for. Called often: answers at once. Null: never.</summary>
    public Func<string, bool>? Displaces { get; init; }

    /// <summary>Hears of every commit; null: nobody listens.</summary>
    public IRunObserver? Observer { get; init; }

    /// <summary>What the engine itself has to say; nobody hears it by default.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }
}

/// <summary>Actions by name.</summary>
public interface IActionSource : IActionCatalog
{
    /// <summary>The action; null: none of that name.</summary>
    IAction? Get(string name);
}
