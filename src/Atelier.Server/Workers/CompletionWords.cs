using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Atelier.Api.Workers;
using Atelier.Engine.Leases;
using Atelier.Sdk;
using Atelier.Sdk.Models;

namespace Atelier.Server.Workers;

/// <summary>Reads what a worker says became of a step.</summary>
internal static class CompletionWords
{
    private static readonly JsonElement Null = JsonElement.Parse("null"u8);

    public static bool TryRead(CompletedStep step, [NotNullWhen(true)] out LeaseCompletion? completion, [NotNullWhen(false)] out string? problem)
    {
        completion = null;
        if (EndOf(step, out problem) is not { } end || !WorkerWords.TryLines(step.Log, out var lines, out problem))
        {
            problem ??= "the step cannot be read";
            return false;
        }

        completion = new LeaseCompletion(step.Lease, end)
        {
            Makers = step.MadeBy is { Length: > 0 } maker ? [maker] : [],
            Usage = [.. (step.Usage ?? []).Select(static usage => new Usage(usage.Model, usage.InputTokens, usage.OutputTokens, usage.Cost))],
            Lines = lines,
        };
        problem = null;
        return true;
    }

    private static LeaseEnd? EndOf(CompletedStep step, out string? problem)
    {
        problem = null;
        switch (step.Outcome)
        {
            case "succeeded":
                return new LeaseEnd.Result(new ActionResult<JsonElement>.Succeeded(step.Output ?? Null));
            case "empty":
                return new LeaseEnd.Result(new ActionResult<JsonElement>.Empty(step.Output ?? Null));
            case "rejected":
                return new LeaseEnd.Result(new ActionResult<JsonElement>.Rejected(step.Reason ?? "rejected"));
            case "cancelled":
                return new LeaseEnd.Cancelled();
            case "returned":
                return new LeaseEnd.HandedBack(step.Begun);
            case "failed":
                return FailureOf(step.Failure, out problem) is { } failure ? new LeaseEnd.Result(failure) : null;
            default:
                problem = $"`outcome` is succeeded, empty, rejected, failed, cancelled or returned, not `{step.Outcome}`";
                return null;
        }
    }

    private static StepFailure? FailureOf(WorkerFailure? failure, out string? problem)
    {
        problem = null;
        if (failure is null)
        {
            problem = "a step that failed says why in `failure`";
            return null;
        }

        if (!Enum.TryParse<FailureKind>(failure.Kind, ignoreCase: true, out var kind) || !Enum.IsDefined(kind))
        {
            problem = $"`kind` of a failure is transient, permanent or unavailable, not `{failure.Kind}`";
            return null;
        }

        if (failure.Effect is not (null or "none" or "unknown"))
        {
            problem = $"`effect` of a failure is none or unknown, not `{failure.Effect}`";
            return null;
        }

        return new StepFailure
        {
            Kind = kind,
            Code = failure.Code,
            Message = failure.Message,
            Detail = failure.Detail,
            RetryAfter = failure.RetryAfterSeconds is { } seconds and >= 0 and <= 86_400 ? TimeSpan.FromSeconds(seconds) : null,
            Endpoint = failure.Endpoint,
            Effect = failure.Effect == "none" ? FailureEffect.None : FailureEffect.Unknown,
        };
    }
}
