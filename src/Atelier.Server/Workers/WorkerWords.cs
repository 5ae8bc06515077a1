using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Atelier.Api.Workers;
using Atelier.Engine.Leases;
using Atelier.Sdk;
using Atelier.Server.Problems;
using LeaseState = Atelier.Api.Workers.LeaseState;

namespace Atelier.Server.Workers;

/// <summary>Leases in the words of the API.</summary>
internal static class WorkerWords
{
    private const int MostLines = 1000;

    public static WorkerResponse Of(WorkerStanding worker) => new()
    {
        Name = worker.Name,
        Queues = worker.Queues,
        Slots = worker.Slots,
        Busy = worker.Busy,
        Seen = worker.Seen,
        Connected = worker.Connected,
        User = worker.User,
        Address = worker.Address,
    };

    public static ClaimedStep Of(LeaseOffer offer) => new()
    {
        Lease = offer.Lease,
        Run = offer.Address.Run,
        Workflow = offer.Address.Workflow,
        Step = offer.Address.StepPath,
        Key = offer.Address.Key,
        Drive = offer.Address.Drive,
        Attempt = offer.Address.Attempt,
        Action = offer.Action,
        Version = offer.Version,
        Task = ClaimRules.TaskOf(offer.Offer),
        Input = JsonElement.Parse(offer.Input),
        IdempotencyKey = offer.IdempotencyKey,
        BaseFolder = offer.BaseFolder,
        TimeoutSeconds = offer.Timeout?.TotalSeconds,
        Expires = offer.Expires,
    };

    public static LeaseState Of(LeaseStanding standing) => new() { Lease = standing.Lease, State = standing.State.ToString().ToLowerInvariant(), Expires = standing.Expires };

    public static CompletionState Of(string lease, bool taken) => taken
        ? new CompletionState { Lease = lease, Accepted = true }
        : new CompletionState { Lease = lease, Accepted = false, Code = ServerCodes.LeaseLost, Message = "the lease was lost; what it completes is not taken" };

    public static bool TryProgress(IReadOnlyList<LeaseBeat> beats, out IReadOnlyList<LeaseProgress> progress, [NotNullWhen(false)] out Refusal? problem)
    {
        var read = new List<LeaseProgress>(beats.Count);
        progress = read;
        problem = null;
        foreach (var beat in beats)
        {
            if (!TryLines(beat.Log, out var lines, out var wrong))
            {
                problem = Refusal.Bad(ServerCodes.BadWorker, wrong);
                return false;
            }

            read.Add(new LeaseProgress(beat.Lease) { Fraction = beat.Progress, Text = beat.Message, Lines = lines });
        }

        return true;
    }

    public static bool TryLines(IReadOnlyList<WorkerLogLine>? log, out IReadOnlyList<(StepLogLevel Level, string Text)> lines, [NotNullWhen(false)] out string? problem)
    {
        lines = [];
        problem = log is { Count: > MostLines } ? $"`log` has at most {MostLines} lines" : null;
        if (problem is not null || log is null or [])
        {
            return problem is null;
        }

        var read = new List<(StepLogLevel, string)>(log.Count);
        foreach (var line in log)
        {
            if (!Enum.TryParse<StepLogLevel>(line.Level, ignoreCase: true, out var level) || !Enum.IsDefined(level))
            {
                problem = $"`level` of a log line is debug, info, warning or error, not `{line.Level}`";
                return false;
            }

            read.Add((level, line.Text));
        }

        lines = read;
        return true;
    }
}
