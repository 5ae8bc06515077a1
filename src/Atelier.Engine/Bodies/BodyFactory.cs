using System.Text.Json;
using Atelier.Engine.Decisions;
using Atelier.Engine.Records;
using Atelier.Engine.Running;
using Atelier.Engine.Secrets;
using Atelier.Engine.State;
using Atelier.Language.Plans;
using Atelier.Sdk;

namespace Atelier.Engine.Bodies;

/// <summary>Makes bodies from steps: evaluates the input, finds the action, says where it runs.</summary>
internal sealed class BodyFactory(BodyServices services, IActionSource actions)
{
    /// <summary>Null with a failure: the input cannot be evaluated, or there is no such action.</summary>
    public Body? Make(RunActor actor, StepState step, out StepFailure? failure, string? cursor = null)
    {
        var plan = (ActionStepPlan)step.Plan;
        if (actions.Get(plan.Action) is not { } action)
        {
            failure = StepFailure.Permanent("ATL2140", $"there is no action `{plan.Action}` in this installation. Install what brings it, or start the run again without it.");
            return null;
        }

        var input = actor.Evaluator.Input(step);
        if (input.Json is null)
        {
            failure = input.Failure;
            return null;
        }

        failure = null;
        var descriptor = action.Descriptor;
        var offer = descriptor.Inline || descriptor.IsSource || (descriptor.Place == ActionPlace.Anywhere && ReadsRows(input.Json)) ? null : action.GetOffer(input.Json);
        var item = ItemScope(step.Scope!);
        return new Body
        {
            Actor = actor,
            Step = step,
            Claim = StepDecisions.Claim(step),
            Action = action,
            Descriptor = descriptor,
            Input = input.Json,
            Address = new StepAddress(actor.Id.ToString(), actor.State.Plan.Name, plan.Path, KeyPath.Of(step.Scope), step.Drive, step.Attempt),
            Collection = item?.Block.Collection,
            Key = ReuseKey(step.Scope!),
            Cursor = cursor,
            Probe = actor.Probing.Remove(step, out var endpoint) ? endpoint : null,
            Fresh = IsFresh(actor, plan),
            TimeLeft = plan.TotalTimeout is { } total ? TimeSpan.FromMilliseconds(Math.Max(1, total.TotalMilliseconds - (actor.Decider.Now - step.ReadyAt))) : null,
            Queue = plan.Queue ?? descriptor.Queue,
            Affinity = descriptor.Inline ? null : action.GetAffinity(input.Json),
            Place = offer is null ? ActionPlace.Owner : descriptor.Place,
            Offer = offer ?? descriptor.Name,
            Cancellation = new CancellationTokenSource(),
        };
    }

    /// <summary>Reads the page a source body asks for; never throws.</summary>
    public async Task<ActionResult<SourcePage>> ReadPageAsync(Body body)
    {
        var mask = new SecretMask();
        using var context = new BodyContext(body, services, mask);
        try
        {
            var input = body.Plan.With.HasSecrets
                ? body.Actor.Evaluator.InputWithSecrets(body.Step, new SecretValues(services.Secrets, mask))
                : new EvaluationAnswer(null, body.Input, null);
            return input.Json is null
                ? input.Failure!
                : await ((ISourceAction)body.Action).ReadPageAsync(JsonElement.Parse(input.Json), body.Cursor, context, body.Cancellation.Token).ConfigureAwait(false);
        }
        catch (ArtifactException exception)
        {
            return StepFailure.Permanent(exception.Code, exception.Message);
        }
        catch (OperationCanceledException)
        {
            return StepFailure.Transient("ATL2145", "reading the page was cancelled");
        }
        catch (Exception exception)
        {
            return StepFailure.Permanent("ATL2122", $"action `{body.Descriptor.Name}` broke: {exception.GetType().Name}: {exception.Message}");
        }
    }

    /// <summary>Rows behind a handle lie in the store, which only this process reads.</summary>
    private static bool ReadsRows(ReadOnlySpan<byte> input) => input.IndexOf("\"$items\""u8) >= 0;

    private static ScopeState? ItemScope(ScopeState scope)
    {
        for (var current = scope; current is not null; current = current.Parent)
        {
            if (current.Block.Kind == BlockKind.ForEach)
            {
                return current;
            }
        }

        return null;
    }

    /// <summary>Keys of the items around and rounds of the loops around: what distinguishes two bodies of one step.</summary>
    private static string ReuseKey(ScopeState scope)
    {
        var key = string.Empty;
        for (var current = scope; current is not null; current = current.Parent)
        {
            var part = current.Block.Kind switch
            {
                BlockKind.ForEach => current.Key,
                BlockKind.Repeat => $"#{current.Id.Ordinal}",
                _ => null,
            };
            key = part is null ? key : key.Length == 0 ? part : part + KeyPath.Separator + key;
        }

        return key;
    }

    private static bool IsFresh(RunActor actor, ActionStepPlan plan)
    {
        var options = actor.State.Options;
        return options.Fresh || options.FreshSteps.Any(step => step == plan.Id || step == plan.Path || plan.Path.StartsWith(step + "/", StringComparison.Ordinal));
    }
}
