using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Atelier.Engine.Running;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Hosting.Live;
using Atelier.Hosting.Models;
using Atelier.Hosting.Workflows;
using Atelier.Sdk;
using Atelier.Sdk.Models;
using Atelier.Storage.Homes;

namespace Atelier.Hosting.Owners;

/// <summary>Answers what commands ask the owner, whether they come by the socket or from the same process.</summary>
internal sealed class OwnerDesk(RunEngine engine, HomeFolder home, HomeModels models, WorkflowVersions versions, LiveHub live, TimeProvider time)
{
    private static readonly TimeSpan GarbageGrace = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<RunId, Task<RunRow>> _ends = new();
    private volatile bool _modelsAsked;

    /// <summary>Whether a model that a command asked for is still in memory.</summary>
    public bool KeepsModels => _modelsAsked && models.HoldsAny;

    /// <summary>Never throws for what a command can cause.</summary>
    public async Task<OwnerReply> AnswerAsync(OwnerRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return request switch
            {
                OwnerRequest.Start start => await StartAsync(start, cancellationToken).ConfigureAwait(false),
                OwnerRequest.Follow follow => await FollowAsync(follow, cancellationToken).ConfigureAwait(false),
                OwnerRequest.Steer steer => await SteerAsync(steer).ConfigureAwait(false),
                OwnerRequest.Signal signal => await SignalAsync(signal).ConfigureAwait(false),
                OwnerRequest.Retry retry => await RetryAsync(retry).ConfigureAwait(false),
                OwnerRequest.Resolve resolve => await ResolveAsync(resolve).ConfigureAwait(false),
                OwnerRequest.SetBudget budget => Find(budget.Run) is { } run ? OwnerReply.Of(await engine.SetBudgetAsync(run, budget.Cost, budget.Tokens).ConfigureAwait(false)) : NoSuchRun(budget.Run),
                OwnerRequest.Delete delete => Delete(delete),
                OwnerRequest.CollectGarbage => new OwnerReply { Done = true, Garbage = home.Artifacts.CollectGarbage(GarbageGrace) },
                OwnerRequest.ListModels => new OwnerReply { Done = true, Models = models.Runtime.Snapshot() },
                OwnerRequest.LoadModel load => await LoadAsync(load, cancellationToken).ConfigureAwait(false),
                OwnerRequest.UnloadModel unload => ModelsAfter(await models.Runtime.UnloadAsync(unload.Name, cancellationToken).ConfigureAwait(false), static was => was),
                OwnerRequest.PinModel pin => ModelsAfter(await models.Runtime.PinAsync(pin.Name, pin.On, cancellationToken).ConfigureAwait(false), static _ => true),
                OwnerRequest.SetSecret secret => SetSecret(secret),
                OwnerRequest.RemoveSecret secret => OwnerReply.Of(home.Secrets.Remove(secret.Name)),
                OwnerRequest.ListSecrets => new OwnerReply { Done = true, Secrets = home.Secrets.List().ToDictionary(static secret => secret.Name, static secret => secret.At) },
                _ => OwnerReply.Refused(HostingCodes.UnknownRequest, $"the owner of the home does not know `{request.GetType().Name}`"),
            };
        }
        catch (StoreException exception)
        {
            return OwnerReply.Refused(exception.Code, exception.Message);
        }
        catch (RunControlException exception)
        {
            return OwnerReply.Refused(HostingCodes.RunRefuses, exception.Message);
        }
    }

    private async Task<OwnerReply> StartAsync(OwnerRequest.Start request, CancellationToken cancellationToken)
    {
        var plan = request.Plan ?? versions.Compile(request.Workflow);
        var row = WorkflowVersions.RowOf(plan, request.Workflow, time);
        var inputs = JsonSerializer.SerializeToUtf8Bytes(request.Inputs);
        var options = await models.PinAsync(plan, request.Options, cancellationToken).ConfigureAwait(false);
        var run = await engine.StartRunAsync(plan, inputs, options, row, request.IdempotencyKey).ConfigureAwait(false);
        return new OwnerReply { Done = true, Run = run.ToString() };
    }

    private async Task<OwnerReply> FollowAsync(OwnerRequest.Follow request, CancellationToken cancellationToken)
    {
        if (Find(request.Run) is not { } run)
        {
            return NoSuchRun(request.Run);
        }

        var end = _ends.GetOrAdd(run, engine.WaitAsync);
        await Task.WhenAny(end, Task.Delay(TimeSpan.FromMilliseconds(request.Milliseconds), time, cancellationToken)).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        if (!end.IsCompleted)
        {
            return new OwnerReply { Done = true, Activity = await engine.LookAsync(run).ConfigureAwait(false) };
        }

        _ends.TryRemove(run, out _);
        await end.ConfigureAwait(false);
        return new OwnerReply { Done = true, Ended = true };
    }

    private async Task<OwnerReply> SteerAsync(OwnerRequest.Steer request)
    {
        if (Find(request.Run) is not { } run)
        {
            return NoSuchRun(request.Run);
        }

        return OwnerReply.Of(request.How switch
        {
            Steering.Cancel => await engine.CancelAsync(run).ConfigureAwait(false),
            Steering.Pause => await engine.PauseAsync(run).ConfigureAwait(false),
            _ => await engine.ResumeAsync(run).ConfigureAwait(false),
        });
    }

    private async Task<OwnerReply> SignalAsync(OwnerRequest.Signal request)
    {
        if (Find(request.Run) is not { } run)
        {
            return NoSuchRun(request.Run);
        }

        var payload = Encoding.UTF8.GetBytes(request.Payload.GetRawText());
        return OwnerReply.Of(await engine.SignalAsync(run, request.Name, request.Key, request.Id, payload).ConfigureAwait(false));
    }

    private async Task<OwnerReply> RetryAsync(OwnerRequest.Retry request)
    {
        if (Find(request.Run) is not { } run)
        {
            return NoSuchRun(request.Run);
        }

        var result = await engine.RetryAsync(run, request.Selection).ConfigureAwait(false);
        return result.Problem is { } problem
            ? OwnerReply.Refused(HostingCodes.RunRefuses, $"{run} was not taken up again: {problem}")
            : new OwnerReply { Done = true, Retried = result };
    }

    private async Task<OwnerReply> ResolveAsync(OwnerRequest.Resolve request)
    {
        if (Find(request.Run) is not { } run)
        {
            return NoSuchRun(request.Run);
        }

        var output = request.Output is { } value ? Encoding.UTF8.GetBytes(value.GetRawText()) : null;
        return OwnerReply.Of(await engine.ResolveAsync(run, request.Step, request.Key, request.Resolution, output).ConfigureAwait(false));
    }

    private OwnerReply Delete(OwnerRequest.Delete request)
    {
        if (Find(request.Run) is not { } run)
        {
            return NoSuchRun(request.Run);
        }

        var deleted = home.Store.DeleteRun(new RunLease(run, engine.Epoch)) == RunCommitStatus.Committed;
        if (deleted)
        {
            live.Removed(run);
        }

        return OwnerReply.Of(deleted);
    }

    private async Task<OwnerReply> LoadAsync(OwnerRequest.LoadModel request, CancellationToken cancellationToken)
    {
        _modelsAsked = true;
        return ModelsAfter(await models.Runtime.LoadAsync(request.Name, cancellationToken).ConfigureAwait(false), static _ => true);
    }

    private OwnerReply ModelsAfter<T>(ModelAnswer<T> answer, Func<T, bool> done) => answer.TryGet(out var value, out var failure)
        ? new OwnerReply { Done = done(value), Models = models.Runtime.Snapshot() }
        : OwnerReply.Refused(failure.Code, failure.Message);

    private OwnerReply SetSecret(OwnerRequest.SetSecret request)
    {
        home.Secrets.Set(request.Name, request.Value);
        return OwnerReply.Of(true);
    }

    private RunId? Find(string text) => RunId.TryParse(text, out var run) && home.Store.FindRun(run) is not null ? run : null;

    private static OwnerReply NoSuchRun(string run) => OwnerReply.Refused(HostingCodes.NoSuchRun, $"there is no run `{run}` in this home");
}
