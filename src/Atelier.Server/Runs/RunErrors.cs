using Atelier.Api.Runs;
using Atelier.Engine.Records;
using Atelier.Sdk;

namespace Atelier.Server.Runs;

/// <summary>Failures as the API shows them.</summary>
internal static class RunErrors
{
    public static RunError Of(FailureRecord failure) => Of(failure.Failure, failure.Step, failure.Key, failure.Attempt);

    public static RunError Of(StepFailure failure, string? step = null, string? key = null, int attempt = 0) => new()
    {
        Step = step,
        Key = key,
        Attempt = attempt,
        Code = failure.Code,
        Kind = KindOf(failure),
        Message = failure.Message,
        Detail = failure.Detail,
    };

    /// <summary>What failed first in an outcome, where it says so; null: nothing.</summary>
    public static RunError? First(OutcomeDetail? detail) => detail switch
    {
        { Failures: [var first, ..] } => Of(first),
        { Failure: { } failure } => Of(failure),
        _ => null,
    };

    public static string KindOf(StepFailure failure) => failure.Kind switch
    {
        FailureKind.Transient => "transient",
        FailureKind.Unavailable => "unavailable",
        _ => "permanent",
    };
}
