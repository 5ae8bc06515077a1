using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using Atelier.Engine.Breakers;
using Atelier.Engine.Decisions;
using Atelier.Engine.Forecasts;
using Atelier.Engine.Leases;
using Atelier.Engine.Records;
using Atelier.Engine.Reuse;
using Atelier.Engine.Runs;
using Atelier.Engine.Secrets;
using Atelier.Engine.Spending;
using Atelier.Engine.Values;
using Atelier.Sdk;

namespace Atelier.Engine.Bodies;

/// <summary>Runs one body to its end: looks for a recorded result, asks the breaker, runs the action within its time, turns whatever happens into data.</summary>
internal sealed class BodyRunner(BodyServices services, BreakerBoard breakers, ReuseDecision reuse, TimeSpan grace)
{
    /// <summary>Set: nothing runs, bodies are only counted.</summary>
    public ForecastTally? Forecast { get; init; }

    /// <summary>Records the start of a body; awaited for those that must not run twice.</summary>
    public Func<Body, bool, Task>? RecordStart { get; set; }

    /// <summary>Runs a body that never waits, on the calling thread.</summary>
    public BodyResult RunInline(Body body)
    {
        var mask = new SecretMask();
        using var context = new BodyContext(body, services, mask);
        try
        {
            var task = ExecuteAsync(body, body.Input, context, mask, body.Cancellation.Token);
            var result = task.IsCompletedSuccessfully ? task.Result : task.AsTask().GetAwaiter().GetResult();
            Probed(body, null, result);
            return result;
        }
        catch (ArtifactException exception)
        {
            return Failed(StepFailure.Permanent(exception.Code, exception.Message));
        }
        catch (Exception exception)
        {
            return Failed(Bug(body, exception));
        }
    }

    /// <summary>Never throws: a broken action is a failure.</summary>
    public async Task<BodyResult> RunAsync(Body body)
    {
        var mask = new SecretMask();
        using var context = new BodyContext(body, services, mask);
        var token = body.Cancellation.Token;
        try
        {
            return await RunAsync(body, context, mask, token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            return new BodyResult { Outcome = Outcome.Cancelled, Reason = "cancelled" };
        }
        catch (ArtifactException exception)
        {
            return Failed(StepFailure.Permanent(exception.Code, exception.Message));
        }
        catch (Exception exception)
        {
            return Failed(Bug(body, exception));
        }
    }

    /// <summary>An action that cannot say beforehand what it calls still tells by its result whether that answers again.</summary>
    private void Probed(Body body, string? endpoint, BodyResult result)
    {
        if (body.Probe is { } probed && probed != endpoint && result.Left is null)
        {
            breakers.Answered(probed, result.Failure);
        }
    }

    private async Task<BodyResult> RunAsync(Body body, BodyContext context, SecretMask mask, CancellationToken token)
    {
        // A body that was cancelled while it waited for a slot leaves no effect.
        token.ThrowIfCancellationRequested();
        var stored = JsonElement.Parse(body.Input);
        var parts = await body.Action.GetFingerprintPartsAsync(stored, context, token).ConfigureAwait(false);
        var fingerprint = Fingerprint.Of(body.Descriptor.Name, body.Descriptor.Version, stored, parts);
        var lookup = await reuse.LookAsync(body, fingerprint, stored, context, token).ConfigureAwait(false);
        Forecast?.Add(body, lookup.Why);
        if (Forecast is not null && !lookup.IsHit)
        {
            return new BodyResult { Outcome = Outcome.Rejected, Reason = "would run" };
        }

        if (lookup.IsHit)
        {
            return Reused(body, fingerprint, lookup);
        }

        var input = body.Input;
        if (body.Plan.With.HasSecrets)
        {
            var resolved = body.Actor.Evaluator.InputWithSecrets(body.Step, new SecretValues(services.Secrets, mask));
            if (resolved.Failure is { } missing)
            {
                return Failed(missing);
            }

            input = resolved.Json!;
        }

        if (body.Descriptor.Metered && body.Actor.State.Spending.Exceeded is { } spent)
        {
            return Failed(StepFailure.Unavailable(RunSpending.BudgetSpent, $"{spent}; `atelier runs budget {body.Address.Run}` raises it", $"budget:{body.Address.Run}"));
        }

        var endpoint = body.Action.GetEndpoint(JsonElement.Parse(input));
        if (endpoint is not null && body.Probe is null && breakers.IsOpen(endpoint))
        {
            return Failed(StepFailure.Unavailable("ATL2120", $"{endpoint} is down; waiting for its return", endpoint));
        }

        var awaited = body.Lease is not null || body.Descriptor.Start == StartRecord.Awaited || !(body.Plan.Idempotent ?? body.Descriptor.Idempotent);
        if (awaited || body.Descriptor.Start != StartRecord.None)
        {
            await RecordStart!(body, awaited).WaitAsync(token).ConfigureAwait(false);
        }

        var started = Stopwatch.GetTimestamp();
        var result = await WithTimeoutAsync(body, input, context, mask, token).ConfigureAwait(false);
        if (endpoint is not null && result.Left is null)
        {
            breakers.Answered(endpoint, result.Failure);
        }

        Probed(body, endpoint, result);
        result = result with
        {
            Fingerprint = fingerprint.Hex,
            MadeBy = $"{body.Descriptor.Name}@{body.Descriptor.Version}{(context.Makers is { } makers ? $" ({makers})" : string.Empty)}",
            Usage = context.Usage,
            Why = lookup.Why,
            Milliseconds = Math.Round(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 3),
            Artifacts = context.Written,
        };
        if (lookup.Keep && result.Wait is not null)
        {
            return result with { Ledger = reuse.Keep(body, fingerprint, Outcome.Succeeded, null, result.MadeBy, asResult: false).Ledger };
        }

        if (!lookup.Keep || result.Wait is not null || result.Outcome is not (Outcome.Succeeded or Outcome.Empty or Outcome.Rejected))
        {
            return result;
        }

        var (keptResult, keptLedger) = reuse.Keep(body, fingerprint, result.Outcome, result.Output, result.MadeBy, asResult: true);
        return result with { Result = keptResult, Ledger = keptLedger };
    }

    private BodyResult Reused(Body body, Fingerprint fingerprint, ReuseLookup lookup) => new()
    {
        Outcome = lookup.Outcome,
        Output = lookup.Output,
        Fingerprint = fingerprint.Hex,
        MadeBy = lookup.MadeBy,
        Why = lookup.Why,
        Ledger = lookup.Keep ? reuse.Keep(body, fingerprint, lookup.Outcome, lookup.Output, lookup.MadeBy, asResult: false).Ledger : null,
    };

    private async Task<BodyResult> WithTimeoutAsync(Body body, byte[] input, BodyContext context, SecretMask mask, CancellationToken token)
    {
        var limit = body.TimeLeft is { } left && !(body.Plan.Timeout < left) ? left : body.Plan.Timeout;
        using var timeout = limit is { } duration ? new CancellationTokenSource(duration, services.Time) : new CancellationTokenSource();
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(token, timeout.Token);
        var running = body.Lease is { } lease
            ? LeasedAsync(body, lease, limit, input, context, mask, linked.Token)
            : Task.Run(() => ExecuteAsync(body, input, context, mask, linked.Token).AsTask(), CancellationToken.None);
        var ended = await Task.WhenAny(running, UntilGraceAsync(linked.Token)).ConfigureAwait(false);
        if (ended != running)
        {
            // The body ignores its cancellation: its result is refused by its claim, whatever it does later.
            _ = running.ContinueWith(static task => _ = task.Exception, TaskScheduler.Default);
        }

        try
        {
            var result = ended == running ? await running.ConfigureAwait(false) : null;
            if (result is not null && (!linked.IsCancellationRequested || result.Outcome is Outcome.Succeeded or Outcome.Empty))
            {
                return result;
            }
        }
        catch (OperationCanceledException) when (linked.IsCancellationRequested)
        {
            // Told apart below.
        }

        if (token.IsCancellationRequested)
        {
            return new BodyResult { Outcome = Outcome.Cancelled, Reason = "cancelled" };
        }

        if (limit != body.Plan.Timeout)
        {
            return Failed(StepDecisions.OutOfTime(body.Step) with { Effect = FailureEffect.Unknown });
        }

        return Failed(StepFailure.Transient("ATL2121", $"the body did not end within {DurationText.Format(limit!.Value)} (`timeout`)") with { Effect = FailureEffect.Unknown });
    }

    private async Task UntilGraceAsync(CancellationToken token)
    {
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = token.Register(cancelled.SetResult);
        await cancelled.Task.ConfigureAwait(false);
        await Task.Delay(grace, services.Time, CancellationToken.None).ConfigureAwait(false);
    }

    private async ValueTask<BodyResult> ExecuteAsync(Body body, byte[] input, BodyContext context, SecretMask mask, CancellationToken token)
    {
        ActionResult<JsonElement> result;
        try
        {
            result = await body.Action.ExecuteAsync(JsonElement.Parse(input), context, token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            throw;
        }
        catch (ArtifactException exception)
        {
            result = StepFailure.Permanent(exception.Code, exception.Message);
        }
        catch (Exception exception)
        {
            result = Bug(body, exception);
        }

        return await ResultAsync(result, context, mask, token).ConfigureAwait(false);
    }

    /// <summary>The action runs on a remote worker.</summary>
    private static async Task<BodyResult> LeasedAsync(Body body, Lease lease, TimeSpan? limit, byte[] input, BodyContext context, SecretMask mask, CancellationToken token)
    {
        switch (await lease.AskAsync(input, limit, context, token).ConfigureAwait(false))
        {
            case LeaseAnswer.Result { Value: var value }:
                return (await ResultAsync(value, context, mask, CancellationToken.None).ConfigureAwait(false)) with { FromWorker = true };
            case LeaseAnswer.Left { How: var how, Failure: var failure }:
                return Failed(failure) with { Outcome = Outcome.None, Left = how };
            default:
                token.ThrowIfCancellationRequested();
                throw new OperationCanceledException($"{body.Address}: nobody asked for the body to be cancelled");
        }
    }

    private static async ValueTask<BodyResult> ResultAsync(ActionResult<JsonElement> result, BodyContext context, SecretMask mask, CancellationToken token)
    {
        switch (result)
        {
            case ActionResult<JsonElement>.Succeeded { Output: var output }:
                return new BodyResult { Outcome = Outcome.Succeeded, Output = await StoredAsync(output, context, mask, token).ConfigureAwait(false) };
            case ActionResult<JsonElement>.Empty { Output: var output }:
                return new BodyResult { Outcome = Outcome.Empty, Output = await StoredAsync(output, context, mask, token).ConfigureAwait(false) };
            case ActionResult<JsonElement>.Rejected { Reason: var reason }:
                return new BodyResult { Outcome = Outcome.Rejected, Reason = mask.Apply(reason) };
            case ActionResult<JsonElement>.Waiting { Wait: var wait }:
                return new BodyResult { Outcome = Outcome.None, Wait = wait };
            case ActionResult<JsonElement>.Failed { Failure: var failure }:
                return Failed(failure with { Message = mask.Apply(failure.Message), Detail = failure.Detail is null ? null : mask.Apply(failure.Detail) });
            default:
                throw new InvalidOperationException("ActionResult is closed");
        }
    }

    private static async ValueTask<byte[]> StoredAsync(JsonElement output, BodyContext context, SecretMask mask, CancellationToken token)
    {
        var json = output.ValueKind == JsonValueKind.Undefined ? "null"u8.ToArray() : mask.Apply(JsonMarshal.GetRawUtf8Value(output).ToArray());
        if (json.Length <= ValueJson.MaxInline)
        {
            return json;
        }

        using var content = new MemoryStream(json);
        var artifact = await context.Artifacts.WriteAsync(content, "application/json", "output.json", token).ConfigureAwait(false);
        return JsonSerializer.SerializeToUtf8Bytes(artifact, ActionJson.Options);
    }

    private static BodyResult Failed(StepFailure failure) => new() { Outcome = Outcome.Failed, Failure = failure };

    private static StepFailure Bug(Body body, Exception exception) => StepFailure.Permanent(
        "ATL2122",
        $"action `{body.Descriptor.Name}` broke: {exception.GetType().Name}: {exception.Message}",
        detail: exception.StackTrace?.Split('\n').FirstOrDefault()?.Trim());
}
