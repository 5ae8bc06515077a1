using System.Text;
using System.Text.Json;
using Atelier.Api.Workers;
using Atelier.Sdk;

namespace Atelier.Cli.Workers;

/// <summary>Runs one step's action on this machine and says what it came to.</summary>
internal sealed class StepRunner(Func<string, IAction?> actions)
{
    /// <summary>Bytes of an output that is sent as it is; larger ones go as artifacts.</summary>
    private const int MostInline = 256 * 1024;

    /// <summary>Never throws.</summary>
    public async Task<CompletedStep> RunAsync(HeldStep held)
    {
        var step = held.Step;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(held.Stop.Token);
        if (step.TimeoutSeconds is { } seconds)
        {
            limit.CancelAfter(TimeSpan.FromSeconds(seconds));
        }

        try
        {
            if (actions(step.Action) is not { } action || action.Descriptor.Version != step.Version)
            {
                return Failed(held, StepFailure.Transient("ATL7311", $"the worker has no `{step.Action}` of version {step.Version}; install the server's version of Atelier there"), begun: false);
            }

            return await OfAsync(held, await action.ExecuteAsync(step.Input, held.Context, limit.Token).ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return held.HandsBack ? new CompletedStep { Lease = step.Lease, Outcome = "returned", Begun = true }
                : held.Stop.IsCancellationRequested ? new CompletedStep { Lease = step.Lease, Outcome = "cancelled" }
                : Failed(held, StepFailure.Transient("ATL2121", $"the body did not end within {DurationText.Format(TimeSpan.FromSeconds(step.TimeoutSeconds!.Value))} (`timeout`)"), begun: true);
        }
        catch (ArtifactException exception)
        {
            return Failed(held, StepFailure.Permanent(exception.Code, exception.Message), begun: true);
        }
        catch (Exception exception)
        {
            return Failed(held, StepFailure.Permanent("ATL2122", $"action `{step.Action}` broke: {exception.GetType().Name}: {exception.Message}", exception.StackTrace?.Split('\n').FirstOrDefault()?.Trim()), begun: true);
        }
    }

    private static async Task<CompletedStep> OfAsync(HeldStep held, ActionResult<JsonElement> result)
    {
        var lease = held.Step.Lease;
        var completed = result switch
        {
            ActionResult<JsonElement>.Succeeded { Output: var output } => new CompletedStep { Lease = lease, Outcome = "succeeded", Output = await SmallAsync(held, output).ConfigureAwait(false) },
            ActionResult<JsonElement>.Empty { Output: var output } => new CompletedStep { Lease = lease, Outcome = "empty", Output = await SmallAsync(held, output).ConfigureAwait(false) },
            ActionResult<JsonElement>.Rejected { Reason: var reason } => new CompletedStep { Lease = lease, Outcome = "rejected", Reason = reason },
            ActionResult<JsonElement>.Failed { Failure: var failure } => Failed(held, failure, begun: failure.Effect == FailureEffect.Unknown),
            _ => Failed(held, StepFailure.Permanent("ATL2162", $"`{held.Step.Action}` asked to wait, which only the engine can"), begun: false),
        };
        return completed with { MadeBy = held.Context.MadeBy, Usage = held.Context.Usage };
    }

    private static async Task<JsonElement> SmallAsync(HeldStep held, JsonElement output)
    {
        if (output.ValueKind == JsonValueKind.Undefined)
        {
            return JsonElement.Parse("null");
        }

        var text = output.GetRawText();
        if (text.Length <= MostInline)
        {
            return output;
        }

        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return JsonSerializer.SerializeToElement(await held.Context.Artifacts.WriteAsync(content, "application/json", "output.json", held.Stop.Token).ConfigureAwait(false), ActionJson.Options);
    }

    private static CompletedStep Failed(HeldStep held, StepFailure failure, bool begun) => new()
    {
        Lease = held.Step.Lease,
        Outcome = "failed",
        Usage = held.Context.Usage,
        Failure = new WorkerFailure
        {
            Kind = failure.Kind.ToString().ToLowerInvariant(),
            Code = failure.Code,
            Message = failure.Message,
            Detail = failure.Detail,
            RetryAfterSeconds = failure.RetryAfter?.TotalSeconds,
            Endpoint = failure.Endpoint,
            Effect = begun ? "unknown" : "none",
        },
    };
}
