using System.Text.Json;
using Atelier.Engine.Running;
using Atelier.Engine.Runs;
using Atelier.Hosting.Owners;
using Atelier.Hosting.Reviews;

namespace Atelier.Cli.Homes.Desks;

/// <summary>Where commands ask for changes to a home: its owner on this machine, or the server that keeps it. Both give the same replies.</summary>
internal interface IHomeDesk : IAsyncDisposable
{
    /// <summary>True while other commands have runs in this process, which would be cut off if it ended.</summary>
    bool IsNeeded { get; }

    /// <summary>Starts a run.</summary>
    Task<RunStarted> StartAsync(RunStart start, CancellationToken cancellationToken);

    /// <summary>Asks for a change. A refusal is in the reply.</summary>
    Task<OwnerReply> AskAsync(OwnerRequest request, CancellationToken cancellationToken);

    /// <summary>Answers a question to people; false: it had an answer already, or its run has just ended.</summary>
    Task<bool> AnswerAsync(PersonQuestion review, string verdict, JsonElement? edits, string? note, CancellationToken cancellationToken);

    /// <summary>
    /// Shows what a run does until it ends (null), or rests without a time at which it would go on by itself, a person's deadline aside; with
    /// <paramref name="wait"/> until it ends.
    /// </summary>
    Task<RunActivity?> FollowAsync(RunId run, bool wait, Action<RunActivity> show, CancellationToken cancellationToken);

    /// <summary>What becomes of a run that somebody no longer watches.</summary>
    string TextOfLeaving(RunId run);
}
