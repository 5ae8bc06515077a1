using System.Net;
using System.Text.Json;
using Atelier.Api.Approvals;
using Atelier.Api.Events;
using Atelier.Api.Home;
using Atelier.Api.Models;
using Atelier.Api.Paging;
using Atelier.Api.Runs;
using Atelier.Api.Secrets;
using Atelier.Api.Workflows;
using Atelier.Cli.Homes.Desks;
using Atelier.Cli.Servers.Rows;
using Atelier.Engine.Running;
using Atelier.Engine.Runs;
using Atelier.Hosting.Owners;
using Atelier.Hosting.Reviews;
using Atelier.Storage.Artifacts;

namespace Atelier.Cli.Servers;

/// <summary>Changes by a server: each of what commands ask an owner is one request over HTTP.</summary>
internal sealed class ServerDesk(ServerClient client, TimeProvider time) : IHomeDesk
{
    /// <inheritdoc />
    public bool IsNeeded => false;

    /// <inheritdoc />
    public Task<RunStarted> StartAsync(RunStart start, CancellationToken cancellationToken) => Task.Run(() => ServerStart.Run(client, start), cancellationToken);

    /// <inheritdoc />
    public Task<OwnerReply> AskAsync(OwnerRequest request, CancellationToken cancellationToken) => Task.Run(() => Ask(request), cancellationToken);

    /// <inheritdoc />
    public Task<bool> AnswerAsync(PersonQuestion review, string verdict, JsonElement? edits, string? note, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            try
            {
                return client.Change<ChangeResponse>(HttpMethod.Post, $"approvals/{ServerPaths.Segment(review.AnswerId)}", new DecideRequest { Verdict = verdict, Value = edits, Note = note }).Done;
            }
            catch (ServerProblemException answered) when (answered.Problem?.Status is (int)HttpStatusCode.NotFound or (int)HttpStatusCode.Conflict)
            {
                return false;
            }
        },
        cancellationToken);

    /// <inheritdoc />
    public async Task<RunActivity?> FollowAsync(RunId run, bool wait, Action<RunActivity> show, CancellationToken cancellationToken)
    {
        RunEvent? last = null;
        await new RunEvents(client, time).WatchAsync(
            $"{ServerPaths.Run(run)}/events",
            state =>
            {
                last = state;
                show(ActivityRows.Of(state));
                return state.Run.Ended || (!wait && ActivityRows.Rests(state));
            },
            cancellationToken).ConfigureAwait(false);
        return last is null or { Run.Ended: true } ? null : ActivityRows.Of(last);
    }

    /// <inheritdoc />
    public string TextOfLeaving(RunId run) => $"{run} goes on at {client.Location}: `atelier resume {run}` to watch it again, `atelier runs cancel {run}` to end it.";

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private OwnerReply Ask(OwnerRequest request) => request switch
    {
        OwnerRequest.Steer steer => Changed(HttpMethod.Post, steer.Run, steer.How.ToString().ToLowerInvariant(), null),
        OwnerRequest.Signal signal => Changed(HttpMethod.Post, signal.Run, "signals", new SignalRequest { Name = signal.Name, Key = signal.Key, Id = signal.Id, Payload = signal.Payload }, signal.Id),
        OwnerRequest.Resolve resolve => Changed(HttpMethod.Post, resolve.Run, "resolve", new ResolveRequest { Step = resolve.Step, Key = resolve.Key, Resolution = resolve.Resolution.ToString().ToLowerInvariant(), Output = resolve.Output }),
        OwnerRequest.SetBudget budget => Changed(HttpMethod.Put, budget.Run, "budget", new BudgetRequest { Cost = budget.Cost, Tokens = budget.Tokens }),
        OwnerRequest.Retry retry => Retry(retry),
        OwnerRequest.Delete delete => new OwnerReply { Done = client.TryChange(HttpMethod.Delete, $"runs/{delete.Run}") },
        OwnerRequest.CollectGarbage => CollectGarbage(),
        OwnerRequest.LoadModel load => Models(HttpMethod.Post, load.Name, "load"),
        OwnerRequest.UnloadModel unload => Models(HttpMethod.Post, unload.Name, "unload"),
        OwnerRequest.PinModel pin => Models(pin.On ? HttpMethod.Put : HttpMethod.Delete, pin.Name, "pin"),
        OwnerRequest.SetSecret secret => SetSecret(secret),
        OwnerRequest.ListSecrets => new OwnerReply { Done = true, Secrets = client.Get<Page<SecretResponse>>("secrets").Items.ToDictionary(static secret => secret.Name, static secret => secret.Set.ToUnixTimeMilliseconds()) },
        OwnerRequest.RemoveSecret secret => new OwnerReply { Done = client.TryChange(HttpMethod.Delete, $"secrets/{ServerPaths.Segment(secret.Name)}") },
        _ => throw new NotSupportedException($"{request.GetType().Name} has a form of its own"),
    };

    private OwnerReply Changed(HttpMethod method, string run, string what, object? body, string? key = null) =>
        new() { Done = client.Change<ChangeResponse>(method, $"runs/{run}/{what}", body, key).Done };

    private OwnerReply Retry(OwnerRequest.Retry retry)
    {
        var chosen = retry.Selection;
        var body = new RetryRequest { Quarantined = chosen.Quarantined, Failed = chosen.Failed, Items = chosen.Items, FromStep = chosen.FromStep };
        var taken = client.Change<RetryResponse>(HttpMethod.Post, $"runs/{retry.Run}/retry", body);
        return new OwnerReply { Done = true, Retried = new RetryResult(taken.Drive, taken.Items, taken.Steps, null) };
    }

    private OwnerReply CollectGarbage()
    {
        var garbage = client.Change<GarbageResponse>(HttpMethod.Post, "home/gc", patient: true);
        return new OwnerReply { Done = true, Garbage = new GarbageReport(garbage.Doomed, garbage.Removed, garbage.Bytes) };
    }

    private OwnerReply Models(HttpMethod method, string name, string what)
    {
        var models = client.Change<ModelsResponse>(method, $"models/{ServerPaths.Segment(name)}/{what}", patient: true);
        return new OwnerReply { Done = models.Done, Models = MemoryRows.Of(models) };
    }

    private OwnerReply SetSecret(OwnerRequest.SetSecret secret)
    {
        client.Change(HttpMethod.Put, $"secrets/{ServerPaths.Segment(secret.Name)}", new SetSecretRequest { Value = secret.Value });
        return new OwnerReply { Done = true };
    }
}
