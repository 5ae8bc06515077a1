using System.Text.Json;
using Atelier.Cli.Runs;
using Atelier.Engine.Running;
using Atelier.Engine.Runs;
using Atelier.Hosting.Homes;
using Atelier.Hosting.Owners;
using Atelier.Hosting.Reviews;

namespace Atelier.Cli.Homes.Desks;

/// <summary>The owner of a home of this machine, which may be this process.</summary>
internal sealed class LocalDesk(HomeSession session, string home, TimeProvider time) : IHomeDesk
{
    /// <inheritdoc />
    public bool IsNeeded => session.Owned is { Connections: > 0, IsBusy: true };

    /// <inheritdoc />
    public async Task<RunStarted> StartAsync(RunStart start, CancellationToken cancellationToken)
    {
        var reply = await AskAsync(
            new OwnerRequest.Start { Workflow = start.File.Sent, Plan = start.File.Plan, Inputs = start.Inputs, Options = start.Options, IdempotencyKey = start.Key },
            cancellationToken).ConfigureAwait(false);
        return reply.Problem is { } problem
            ? throw CommandException.Refused(problem.Code, problem.Message)
            : new RunStarted(Invocation.RunOf(reply.Run!), reply.Owner, []);
    }

    /// <inheritdoc />
    public Task<OwnerReply> AskAsync(OwnerRequest request, CancellationToken cancellationToken) => session.AskAsync(request, cancellationToken);

    /// <inheritdoc />
    public async Task<bool> AnswerAsync(PersonQuestion review, string verdict, JsonElement? edits, string? note, CancellationToken cancellationToken)
    {
        var answer = review.Answer(verdict, edits, note, Environment.UserName);
        return (await AskAsync(new OwnerRequest.Signal(review.Run.ToString(), review.Signal, review.Key, review.AnswerId, answer), cancellationToken).ConfigureAwait(false)).Done;
    }

    /// <inheritdoc />
    public async Task<RunActivity?> FollowAsync(RunId run, bool wait, Action<RunActivity> show, CancellationToken cancellationToken)
    {
        using var reader = HomeReader.TryOpen(home, time)!;
        return await new RunFollower(this, reader, run, wait).FollowAsync(show, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public string TextOfLeaving(RunId run) => session.Owned is null
        ? $"{run} goes on in the process that owns the home: `atelier resume {run}` to watch it again, `atelier runs cancel {run}` to end it."
        : $"Interrupted. What was done is kept: `atelier resume {run}` goes on with it.";

    /// <inheritdoc />
    public ValueTask DisposeAsync() => session.DisposeAsync();
}
