using Atelier.Engine.Runs;
using Atelier.Engine.Stores;

namespace Atelier.Storage.Sqlite;

/// <summary>Reads lists of workflows and the counters of a home through one connection.</summary>
internal sealed class HomeSearchReader(Database database)
{
    private readonly Statement _nextName = database.Prepare("SELECT name FROM workflows WHERE sources IS NOT NULL AND (?1 IS NULL OR name > ?1) ORDER BY name LIMIT 1");
    private readonly Statement _versions = database.Prepare("""
        SELECT digest, name, label, file, at, id, (SELECT count(*) FROM runs r WHERE r.workflow = w.id), (SELECT max(run) FROM runs r WHERE r.workflow = w.id)
        FROM workflows w WHERE sources IS NOT NULL AND name = ?1 AND (?2 IS NULL OR (at, digest) < (?2, ?3)) ORDER BY at DESC, digest DESC LIMIT ?4
        """);

    private readonly Statement _newest = database.Prepare("SELECT digest FROM workflows WHERE sources IS NOT NULL AND name = ?1 ORDER BY at DESC, digest DESC LIMIT 1");
    private readonly Statement _unfinished = database.Prepare("SELECT phase, resting, count(*) FROM runs WHERE phase <> 3 GROUP BY 1, 2");
    private readonly Statement _questions = database.Prepare("SELECT count(*) FROM waits INDEXED BY waits_person WHERE person = 1");
    private readonly Statement _ended = database.Prepare("SELECT outcome, count(*) FROM runs INDEXED BY runs_ended WHERE phase = 3 AND changed >= ?1 GROUP BY outcome");
    private readonly Statement _parked = database.Prepare("""
        SELECT count(*) FROM runs r WHERE r.phase <> 3 AND EXISTS (SELECT 1 FROM attempts a INDEXED BY attempts_parked WHERE a.run = r.run AND a.state = 3
            AND NOT EXISTS (SELECT 1 FROM outcomes o WHERE o.run = a.run AND o.scope = a.scope AND o.step = a.step AND o.drive = a.drive))
        """);

    private readonly Statement _hours = database.Prepare("SELECT hour, of_items, succeeded, empty, rejected, failed, skipped, cancelled FROM hours WHERE hour >= ?1 ORDER BY hour, of_items");

    public List<WorkflowSummary> Workflows(string? after, string? text, int limit)
    {
        var found = new List<WorkflowSummary>();
        while (found.Count < limit && NextName(after) is { } name)
        {
            after = name;
            if (text is null || name.Contains(text, StringComparison.OrdinalIgnoreCase))
            {
                found.Add(Summary(name));
            }
        }

        return found;
    }

    public string? NewestVersion(string name)
    {
        string? digest = null;
        _newest.Bind(1, name);
        while (_newest.Step())
        {
            digest = _newest.Text(0);
        }

        return digest;
    }

    public List<WorkflowVersionSummary> Versions(string name, (long At, string Digest)? after, int limit)
    {
        var versions = new List<WorkflowVersionSummary>();
        _versions.Bind(1, name).Bind(2, after?.At).Bind(3, after?.Digest).Bind(4, limit);
        while (_versions.Step())
        {
            versions.Add(Version(_versions));
        }

        return versions;
    }

    public HomeCounts Count(long endedSince)
    {
        var counts = new HomeCounts(0, 0, 0, 0, One(_questions), (int)One(_parked), default);
        while (_unfinished.Step())
        {
            var many = _unfinished.Int32(2);
            counts = (RunPhase)_unfinished.Int32(0) switch
            {
                RunPhase.Paused => counts with { Paused = counts.Paused + many },
                RunPhase.Cancelling => counts with { Cancelling = counts.Cancelling + many },
                _ when _unfinished.Boolean(1) => counts with { Waiting = counts.Waiting + many },
                _ => counts with { Running = counts.Running + many },
            };
        }

        _ended.Bind(1, endedSince);
        while (_ended.Step())
        {
            counts = counts with { Ended = counts.Ended.Add((Outcome)_ended.Int32(0), _ended.Int64(1)) };
        }

        return counts;
    }

    public List<HourCounts> Hours(long from)
    {
        var hours = new List<HourCounts>();
        _hours.Bind(1, from / HourCounts.Width);
        while (_hours.Step())
        {
            var start = _hours.Int64(0) * HourCounts.Width;
            var counts = new OutcomeCounts(_hours.Int64(2), _hours.Int64(3), _hours.Int64(4), _hours.Int64(5), _hours.Int64(6), _hours.Int64(7));
            if (hours.Count == 0 || hours[^1].From != start)
            {
                hours.Add(new HourCounts(start, default, default));
            }

            hours[^1] = _hours.Boolean(1) ? hours[^1] with { Items = counts } : hours[^1] with { Steps = counts };
        }

        return hours;
    }

    private WorkflowSummary Summary(string name)
    {
        WorkflowVersionSummary? newest = null;
        var (versions, runs, last) = (0, 0L, 0L);
        _versions.Bind(1, name).Bind(2, (long?)null).Bind(3, (string?)null).Bind(4, long.MaxValue);
        while (_versions.Step())
        {
            newest ??= Version(_versions);
            versions++;
            runs += _versions.Int64(6);
            last = Math.Max(last, _versions.Int64(7));
        }

        return new WorkflowSummary(newest!, versions, runs, last == 0 ? null : new RunId(last));
    }

    private string? NextName(string? after)
    {
        if (!_nextName.Bind(1, after).Step())
        {
            return null;
        }

        var name = _nextName.Text(0);
        _nextName.Reset();
        return name;
    }

    private static WorkflowVersionSummary Version(Statement row) => new(row.Text(0), row.Text(1), row.TextOrNull(2), row.TextOrNull(3), row.Int64(4), row.Int64(6));

    private static long One(Statement statement)
    {
        statement.Step();
        var value = statement.Int64(0);
        statement.Reset();
        return value;
    }
}
