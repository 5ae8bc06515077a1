using Atelier.Hosts.Pools;
using Atelier.Models.Files;
using Atelier.Sdk;

namespace Atelier.Models.Lanes;

/// <summary>What hosts answer instead of a result, as failures of a step.</summary>
internal static class LaneFailures
{
    /// <summary>The model was not loaded.</summary>
    public static StepFailure AtLoad(KnownModel model, HostAnswer problem) => problem switch
    {
        HostAnswer.NoAnswer none => none.Failure,
        HostAnswer.Refused { Code: "out_of_memory" } refused =>
            StepFailure.Transient(ModelCodes.OutOfMemory, $"model `{model.Definition.Name}` did not fit into memory while it was loaded: {refused.Message}", refused.Detail),
        HostAnswer.Refused refused =>
            StepFailure.Permanent(ModelCodes.CannotLoad, $"model `{model.Definition.Name}` in `{model.Folder}` cannot be loaded: {refused.Message}", refused.Detail),
        _ => throw new InvalidOperationException("a host that started has no problem"),
    };

    /// <summary>An item, or a batch of one, was refused.</summary>
    public static StepFailure Of(KnownModel model, string code, string message, string? detail) => code switch
    {
        "unreadable" => StepFailure.Permanent("ATL5501", $"{message}; get the file again", detail),
        "unsupported" => StepFailure.Permanent("ATL5502", message, detail),
        "too_large" => StepFailure.Permanent("ATL5503", message, detail),
        "outside" => StepFailure.Permanent("ATL5504", message, detail),
        "not_found" => StepFailure.Permanent("ATL5505", message, detail),
        "refused" => StepFailure.Permanent(ModelCodes.WrongQuestion, $"model `{model.Definition.Name}` does not answer this: {message}", detail),
        "bad_request" => StepFailure.Permanent(ModelCodes.WrongQuestion, $"the host of model `{model.Definition.Name}` does not take this: {message}", detail),
        "out_of_memory" => StepFailure.Transient(ModelCodes.OutOfMemory, $"model `{model.Definition.Name}` ran out of memory with a single question: {message}", detail),
        "model_broken" => StepFailure.Permanent(ModelCodes.Broken, $"model `{model.Definition.Name}` failed: {message}", detail),
        _ => StepFailure.Permanent(ModelCodes.HostFault, $"the host of model `{model.Definition.Name}` failed: {message}", detail),
    };
}
