using Atelier.Api.Runs;
using Atelier.Engine.Records;
using Atelier.Sdk;

namespace Atelier.Cli.Servers.Rows;

/// <summary>Failures as the store has them.</summary>
internal static class FailureRows
{
    public static FailureRecord Of(RunError error) => new(error.Step ?? string.Empty, error.Key, error.Attempt, FailureOf(error));

    public static StepFailure FailureOf(RunError error) => new()
    {
        Code = error.Code,
        Kind = error.Kind switch
        {
            "transient" => FailureKind.Transient,
            "unavailable" => FailureKind.Unavailable,
            _ => FailureKind.Permanent,
        },
        Message = error.Message,
        Detail = error.Detail,
    };
}
