using System.Globalization;
using System.Text.Json;
using Atelier.Sdk;

namespace Atelier.Engine.Leases;

/// <summary>What a worker's word, or its silence, means for a body.</summary>
internal static class WorkerAnswers
{
    /// <summary>The answer that a completion stands for.</summary>
    public static LeaseAnswer Of(Lease lease, LeaseCompletion completion)
    {
        var context = lease.Context!;
        context.NoteMaker($"worker {lease.Claim.Worker.Name}");
        foreach (var maker in completion.Makers)
        {
            context.NoteMaker(maker);
        }

        foreach (var usage in completion.Usage)
        {
            context.NoteUsage(usage);
        }

        return completion.End switch
        {
            LeaseEnd.Result { Value: var value } => new LeaseAnswer.Result(Checked(lease, value)),
            LeaseEnd.Cancelled when lease.Cancelled => new LeaseAnswer.Cancelled(),
            LeaseEnd.Cancelled => Back(lease, FailureEffect.Unknown),
            LeaseEnd.HandedBack { Begun: var begun } => Back(lease, begun ? FailureEffect.Unknown : FailureEffect.None),
            _ => throw new InvalidOperationException("LeaseEnd is closed"),
        };
    }

    /// <summary>A worker whose lease is over.</summary>
    public static LeaseAnswer Silent(Lease lease, DateTimeOffset now)
    {
        var seconds = Math.Round((now - lease.Heard).TotalSeconds);
        var failure = StepFailure.Transient("ATL2160", string.Create(CultureInfo.InvariantCulture, $"the worker `{lease.Claim.Worker.Name}` was not heard of for {seconds} s"));
        return new LeaseAnswer.Left(LeftBy.Silence, failure with { Effect = FailureEffect.Unknown });
    }

    /// <summary>A body that was ready and that no worker came for: it was never begun.</summary>
    public static LeaseAnswer NeverTaken() => new LeaseAnswer.Left(LeftBy.HandingBack, StepFailure.Transient("ATL2161", "no worker came for the body"));

    private static LeaseAnswer.Left Back(Lease lease, FailureEffect effect) => new(
        LeftBy.HandingBack,
        StepFailure.Transient("ATL2161", $"the worker `{lease.Claim.Worker.Name}` gave the body back") with { Effect = effect });

    private static ActionResult<JsonElement> Checked(Lease lease, ActionResult<JsonElement> value)
    {
        var output = value switch
        {
            ActionResult<JsonElement>.Succeeded { Output: var made } => made,
            ActionResult<JsonElement>.Empty { Output: var made } => made,
            _ => default,
        };
        if (value is ActionResult<JsonElement>.Waiting)
        {
            return StepFailure.Permanent("ATL2162", $"the worker `{lease.Claim.Worker.Name}` asked to wait, which only the engine can");
        }

        if (output.ValueKind == JsonValueKind.Undefined)
        {
            return value;
        }

        var input = JsonElement.Parse(lease.Input);
        return (lease.Context!.TakeArtifacts(input, output) ?? lease.Body.Action.CheckOutput(input, output)) is { } wrong ? wrong : value;
    }
}
