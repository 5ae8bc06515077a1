using System.Text.Json;
using System.Text.Json.Serialization;
using Atelier.Engine.Runs;
using Atelier.Language.Plans;

namespace Atelier.Hosting.Owners;

/// <summary>What a command asks the owner of a home. One JSON object a line on its socket; <c>ask</c> says which. Closed.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "ask")]
[JsonDerivedType(typeof(Start), "start")]
[JsonDerivedType(typeof(Steer), "steer")]
[JsonDerivedType(typeof(Signal), "signal")]
[JsonDerivedType(typeof(Retry), "retry")]
[JsonDerivedType(typeof(Resolve), "resolve")]
[JsonDerivedType(typeof(SetBudget), "set_budget")]
[JsonDerivedType(typeof(Follow), "follow")]
[JsonDerivedType(typeof(Delete), "delete")]
[JsonDerivedType(typeof(CollectGarbage), "collect_garbage")]
[JsonDerivedType(typeof(ListModels), "list_models")]
[JsonDerivedType(typeof(LoadModel), "load_model")]
[JsonDerivedType(typeof(UnloadModel), "unload_model")]
[JsonDerivedType(typeof(PinModel), "pin_model")]
[JsonDerivedType(typeof(SetSecret), "set_secret")]
[JsonDerivedType(typeof(ListSecrets), "list_secrets")]
[JsonDerivedType(typeof(RemoveSecret), "remove_secret")]
public abstract record OwnerRequest
{
    private OwnerRequest()
    {
    }

    /// <summary>Starts a run; answered once it is durable.</summary>
    public sealed record Start : OwnerRequest
    {
        /// <summary>What to run.</summary>
        public required SentWorkflow Workflow { get; init; }

        /// <summary>Checked inputs.</summary>
        public required JsonElement Inputs { get; init; }

        /// <summary>Limits and overrides.</summary>
        public required RunOptions Options { get; init; }

        /// <summary>The same key never starts two runs.</summary>
        public required string IdempotencyKey { get; init; }

        /// <summary>The plan where the asking process is the owner itself; not sent.</summary>
        [JsonIgnore]
        public WorkflowPlan? Plan { get; init; }
    }

    /// <summary>Cancels, pauses or resumes a run.</summary>
    public sealed record Steer(string Run, Steering How) : OwnerRequest;

    /// <summary>Sends a signal to a run.</summary>
    public sealed record Signal(string Run, string Name, string? Key, string Id, JsonElement Payload) : OwnerRequest;

    /// <summary>Takes up again what failed, or chosen items.</summary>
    public sealed record Retry(string Run, RetrySelection Selection) : OwnerRequest;

    /// <summary>Says what became of a parked step.</summary>
    public sealed record Resolve(string Run, string Step, string? Key, Resolution Resolution, JsonElement? Output) : OwnerRequest;

    /// <summary>Sets what a run may spend, in money and tokens; null: no limit.</summary>
    public sealed record SetBudget(string Run, decimal? Cost, long? Tokens) : OwnerRequest;

    /// <summary>Says what a run does, at its end at once, else after <paramref name="Milliseconds"/>.</summary>
    public sealed record Follow(string Run, int Milliseconds) : OwnerRequest;

    /// <summary>Removes what is kept of a run that has ended.</summary>
    public sealed record Delete(string Run) : OwnerRequest;

    /// <summary>Removes artifacts that nothing refers to.</summary>
    public sealed record CollectGarbage : OwnerRequest;

    /// <summary>What models are in memory and what waits for them.</summary>
    public sealed record ListModels : OwnerRequest;

    /// <summary>Loads a model of the home; answered once it is in memory. The owner stays while it is.</summary>
    public sealed record LoadModel(string Name) : OwnerRequest;

    /// <summary>Puts a model away once its questions are answered.</summary>
    public sealed record UnloadModel(string Name) : OwnerRequest;

    /// <summary>Makes a model leave memory last while the owner lives; or ends that.</summary>
    public sealed record PinModel(string Name, bool On) : OwnerRequest;

    /// <summary>Keeps a secret.</summary>
    public sealed record SetSecret(string Name, string Value) : OwnerRequest;

    /// <summary>Names of secrets.</summary>
    public sealed record ListSecrets : OwnerRequest;

    /// <summary>Forgets a secret.</summary>
    public sealed record RemoveSecret(string Name) : OwnerRequest;
}

/// <summary>Changes to a run that need no more words.</summary>
public enum Steering
{
    /// <summary>Bodies are asked to stop, <c>finally</c> runs.</summary>
    Cancel,

    /// <summary>Nothing new starts.</summary>
    Pause,

    /// <summary>Ends a pause.</summary>
    Resume,
}

/// <summary>A definition on its way to the owner.</summary>
/// <param name="File">Absolute path of its file.</param>
/// <param name="Label">For people; null: none.</param>
/// <param name="Sources">Texts: its own under the empty name, inlined ones under their path from its folder.</param>
public sealed record SentWorkflow(string File, string? Label, IReadOnlyDictionary<string, string> Sources);
