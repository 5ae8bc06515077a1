using Atelier.Engine.Logs;
using Atelier.Engine.Records;
using Atelier.Engine.Runs;

namespace Atelier.Engine.Stores.Memory;

/// <summary>
/// Runs in memory, for tests and trials. What it commits lives in a <see cref="MemoryHome"/>: a new store over the same home
/// finds every committed record and nothing else, as after a crash.
/// </summary>
/// <param name="home">What is committed; default: a new, empty one.</param>
/// <param name="time">The clock behind <see cref="Now"/>.</param>
public sealed class MemoryRunStore(TimeProvider time, MemoryHome? home = null) : IRunStore, IRunLogs, IRunRemoval
{
    /// <summary>What this store has committed.</summary>
    public MemoryHome Home { get; } = home ?? new MemoryHome();

    /// <inheritdoc />
    public long TakeOwnership()
    {
        lock (Home.Gate)
        {
            return ++Home.Epoch;
        }
    }

    /// <inheritdoc />
    public long LastRun()
    {
        lock (Home.Gate)
        {
            return Home.LastRun;
        }
    }

    /// <inheritdoc />
    public IReadOnlyList<RunCommitResult> Commit(IReadOnlyList<RunCommit> parts)
    {
        lock (Home.Gate)
        {
            var results = new RunCommitResult[parts.Count];
            for (var index = 0; index < parts.Count; index++)
            {
                results[index] = CommitNeedsLock(parts[index]);
            }

            return results;
        }
    }

    /// <inheritdoc />
    public void SaveWorkflow(WorkflowRow workflow)
    {
        lock (Home.Gate)
        {
            Home.Workflows.TryAdd(workflow.Digest, workflow);
        }
    }

    /// <inheritdoc />
    public void RenewWorkflow(string digest, long at)
    {
        lock (Home.Gate)
        {
            if (Home.Workflows.TryGetValue(digest, out var known) && known.At < at)
            {
                Home.Workflows[digest] = known with { At = at };
            }
        }
    }

    /// <inheritdoc />
    public WorkflowRow? FindWorkflow(string digest)
    {
        lock (Home.Gate)
        {
            return Home.Workflows.GetValueOrDefault(digest);
        }
    }

    /// <inheritdoc />
    public IReadOnlyList<UnfinishedRun> Unfinished()
    {
        lock (Home.Gate)
        {
            return [.. Home.Runs.Values.Where(static run => run.Row.Phase != RunPhase.Ended).Select(static run => new UnfinishedRun(run.Row.Run, run.Row.Resting, run.Row.Wake))];
        }
    }

    /// <inheritdoc />
    public RunSnapshot? Load(RunId run)
    {
        lock (Home.Gate)
        {
            return Home.Runs.TryGetValue(run.Value, out var found) ? MemoryReader.Snapshot(found) : null;
        }
    }

    /// <inheritdoc />
    public RunRow? FindRun(RunId run)
    {
        lock (Home.Gate)
        {
            return Home.Runs.GetValueOrDefault(run.Value)?.Row;
        }
    }

    /// <inheritdoc />
    public RunId? FindRunByKey(string idempotencyKey)
    {
        lock (Home.Gate)
        {
            return Home.Keys.TryGetValue(idempotencyKey, out var run) ? run : null;
        }
    }

    /// <inheritdoc />
    public BlockRecorded? FindBlock(RunId run, int block)
    {
        lock (Home.Gate)
        {
            return Home.Runs.GetValueOrDefault(run.Value)?.Blocks.GetValueOrDefault(block);
        }
    }

    /// <inheritdoc />
    public BlockRecorded? FindBlock(RunId run, ScopeId scope, int step)
    {
        lock (Home.Gate)
        {
            return Home.Runs.GetValueOrDefault(run.Value)?.Blocks.Values.LastOrDefault(block => block.Scope == scope && block.Step == step);
        }
    }

    /// <inheritdoc />
    public IReadOnlyList<StepEnded> ReadOutcomes(RunId run, IReadOnlyList<ScopeId> scopes)
    {
        lock (Home.Gate)
        {
            return Home.Runs.TryGetValue(run.Value, out var found) ? MemoryReader.Outcomes(found, scopes) : [];
        }
    }

    /// <inheritdoc />
    public IReadOnlyList<AttemptRecorded> ReadAttempts(RunId run, IReadOnlyList<ScopeId> scopes)
    {
        lock (Home.Gate)
        {
            return Home.Runs.TryGetValue(run.Value, out var found) ? MemoryReader.Attempts(found, scopes) : [];
        }
    }

    /// <inheritdoc />
    public IReadOnlyList<SourceItem> ReadRows(RunId run, int source, long fromOrdinal, int limit)
    {
        lock (Home.Gate)
        {
            return Home.Runs.TryGetValue(run.Value, out var found) ? [.. MemoryReader.Rows(found, source, fromOrdinal).Take(limit)] : [];
        }
    }

    /// <inheritdoc />
    public IReadOnlyList<BlockItem> ReadItems(RunId run, int block, long fromOrdinal, int limit)
    {
        lock (Home.Gate)
        {
            return Home.Runs.TryGetValue(run.Value, out var found) ? [.. MemoryReader.Items(found, block, fromOrdinal).Take(limit)] : [];
        }
    }

    /// <inheritdoc />
    public long? FindOrdinal(RunId run, int source, string key)
    {
        lock (Home.Gate)
        {
            return Home.Runs.TryGetValue(run.Value, out var found) ? MemoryReader.FindOrdinal(found, source, key) : null;
        }
    }

    /// <inheritdoc />
    public ResultEntry? FindResult(ReadOnlySpan<byte> fingerprint)
    {
        lock (Home.Gate)
        {
            return Home.Results.GetValueOrDefault(Convert.ToHexStringLower(fingerprint));
        }
    }

    /// <inheritdoc />
    public LedgerEntry? FindLedger(string collection, string key, string stepPath)
    {
        lock (Home.Gate)
        {
            return Home.Ledger.GetValueOrDefault((collection, key, stepPath));
        }
    }

    /// <inheritdoc />
    public string? FindFileDigest(FileStamp stamp)
    {
        lock (Home.Gate)
        {
            return Home.Files.TryGetValue(stamp.Path, out var known) && known.Stamp == stamp ? known.Digest : null;
        }
    }

    /// <inheritdoc />
    public void SaveFileDigests(IReadOnlyList<(FileStamp Stamp, string Digest)> digests)
    {
        lock (Home.Gate)
        {
            foreach (var entry in digests)
            {
                Home.Files[entry.Stamp.Path] = entry;
            }
        }
    }

    /// <inheritdoc />
    public void Write(in StepLogLine line)
    {
        lock (Home.Gate)
        {
            if (Home.Runs.TryGetValue(line.Run.Value, out var found))
            {
                found.Append(LogLine.Of(line));
            }
        }
    }

    /// <inheritdoc />
    public void Flush()
    {
    }

    /// <inheritdoc />
    public IReadOnlyList<LogLine> ReadLog(RunId run, long from, int limit)
    {
        lock (Home.Gate)
        {
            return Home.Runs.TryGetValue(run.Value, out var found) ? [.. found.Log.SkipWhile(line => line.Number < from).Take(limit)] : [];
        }
    }

    /// <inheritdoc />
    public RunCommitStatus DeleteRun(RunLease lease)
    {
        lock (Home.Gate)
        {
            if (lease.Epoch != Home.Epoch)
            {
                return RunCommitStatus.Fenced;
            }

            if (Home.Runs.GetValueOrDefault(lease.Run.Value) is not { Row.Phase: RunPhase.Ended } run)
            {
                return RunCommitStatus.Failed;
            }

            Home.Runs.Remove(lease.Run.Value);
            if (run.IdempotencyKey is { } key)
            {
                Home.Keys.Remove(key);
            }

            return RunCommitStatus.Committed;
        }
    }

    /// <inheritdoc />
    public long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <inheritdoc />
    public void Dispose()
    {
    }

    private RunCommitResult CommitNeedsLock(RunCommit part)
    {
        if (part.Lease.Epoch != Home.Epoch)
        {
            return RunCommitResult.Fenced;
        }

        var writer = new MemoryWriter(Home, part.Lease.Run);
        try
        {
            writer.Apply(part.Records);
            Home.CountHours(part.Records);
            return writer.Doubles.Count == 0 ? RunCommitResult.Committed : new RunCommitResult(RunCommitStatus.Committed, writer.Doubles);
        }
        catch (RecordRefusedException refused)
        {
            writer.RollBack();
            return new RunCommitResult(RunCommitStatus.Failed, [], refused.Message);
        }
    }
}
