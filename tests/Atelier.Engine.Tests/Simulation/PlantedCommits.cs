using Atelier.Engine.Records;
using Atelier.Engine.Stores;

namespace Atelier.Engine.Tests.Simulation;

/// <summary>Commits of a store with one of the planted bugs.</summary>
internal static class PlantedCommits
{
    public static IReadOnlyList<RunCommitResult> Apply(
        PlantedBug bug, Random random, IRunStore store, IReadOnlyList<RunCommit> parts, long epoch, ref List<RunCommit>? unsynced)
    {
        switch (bug)
        {
            case PlantedBug.SkippedSync:
                if (unsynced is not null)
                {
                    store.Commit(unsynced);
                }

                unsynced = [.. parts];
                return [.. parts.Select(static _ => RunCommitResult.Committed)];
            case PlantedBug.DroppedSavepoint when random.Next(10) == 0 && parts[0].Records.Count > 3:
                store.Commit([parts[0] with { Records = [.. parts[0].Records.Take(parts[0].Records.Count / 2)] }]);
                return [.. parts.Select(static _ => new RunCommitResult(RunCommitStatus.Failed, [], "torn"))];
            case PlantedBug.ForgottenBlockRow:
                return Without(store, parts, random, static record => record is BlockRecorded, 6);
            case PlantedBug.ForgottenStart:
                return Without(store, parts, random, static record => record is AttemptRecorded { State: AttemptState.Started }, 1);
            case PlantedBug.LostOutcome:
                return Without(store, parts, random, static record => record is StepEnded { Step: >= 0 }, 6);
            case PlantedBug.LostPage:
                return Without(store, parts, random, static record => record is PageRecorded, 1);
            case PlantedBug.IgnoredFence:
                return store.Commit([.. parts.Select(part => part with { Lease = part.Lease with { Epoch = epoch } })]);
            case PlantedBug.UntoldDoubles:
                return [.. store.Commit(parts).Select(static result => result with { Doubles = [] })];
            default:
                return store.Commit(parts);
        }
    }

    private static IReadOnlyList<RunCommitResult> Without(IRunStore store, IReadOnlyList<RunCommit> parts, Random random, Func<RunRecord, bool> forgotten, int often)
    {
        if (random.Next(often) != 0 || !parts[0].Records.Any(forgotten))
        {
            return store.Commit(parts);
        }

        return store.Commit([.. parts.Select(part => part with { Records = [.. part.Records.Where(record => !forgotten(record))] })]);
    }
}
