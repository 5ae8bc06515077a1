using Atelier.Api.Workers;
using Atelier.Engine.Leases;
using Atelier.Server.Problems;

namespace Atelier.Server.Workers;

/// <summary>What a worker may ask for.</summary>
internal static class ClaimRules
{
    /// <summary>Steps in one request.</summary>
    public const int Most = 256;

    private const int LongestName = 100;
    private const int MostNames = 500;
    private const string TaskPrefix = "worker.task/";

    /// <summary>Null: the request is in order.</summary>
    public static Refusal? Problem(ClaimRequest request)
    {
        var wrong = !IsName(request.Worker) ? $"`worker` has 1 to {LongestName} printable characters"
            : Names(request.Queues, "queues", least: 1) ?? Names(request.Actions, "actions", least: 0) ?? Names(request.Tasks ?? [], "tasks", least: 0)
            ?? Number(request.Slots, 1, Most, "slots") ?? Number(request.Max, 0, Most, "max") ?? Number(request.WaitSeconds, 0, 30, "wait_seconds")
            ?? (request.LeaseSeconds == 0 ? null : Number(request.LeaseSeconds, 5, 300, "lease_seconds"));
        return wrong is null ? null : Refusal.Bad(ServerCodes.BadWorker, wrong);
    }

    public static WorkerClaim ClaimOf(ClaimRequest request, string user, string? address) => new()
    {
        Worker = request.Worker,
        User = user,
        Address = address,
        Queues = request.Queues,
        Offers = [.. request.Actions, .. (request.Tasks ?? []).Select(static task => TaskPrefix + task)],
        Slots = request.Slots,
        Max = request.Max,
        Wait = TimeSpan.FromSeconds(request.WaitSeconds),
        Lease = TimeSpan.FromSeconds(request.LeaseSeconds == 0 ? 30 : request.LeaseSeconds),
    };

    /// <summary>The task in what a worker offered; null: it is an action.</summary>
    public static string? TaskOf(string offer) => offer.StartsWith(TaskPrefix, StringComparison.Ordinal) ? offer[TaskPrefix.Length..] : null;

    private static string? Names(IReadOnlyList<string> names, string member, int least) =>
        names.Count < least || names.Count > MostNames || !names.All(IsName) ? $"`{member}` has {least} to {MostNames} names of 1 to {LongestName} printable characters" : null;

    private static bool IsName(string text) => text.Length is > 0 and <= LongestName && !text.Any(char.IsControl);

    private static string? Number(int value, int least, int most, string member) => value >= least && value <= most ? null : $"`{member}` is {least} to {most}, not {value}";
}
