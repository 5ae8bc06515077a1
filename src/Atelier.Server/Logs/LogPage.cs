using System.Globalization;
using Atelier.Api.Logs;
using Atelier.Api.Paging;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Hosting.Runs;
using Atelier.Language.Plans;

namespace Atelier.Server.Logs;

/// <summary>Reads pages of a run's log.</summary>
internal sealed class LogPage(IRunQueries queries, RunId run, WorkflowPlan plan)
{
    private const int Scan = 5_000;
    private readonly ItemKeys _keys = new(queries, run);

    /// <summary>Lines after a number. A page may be short and still say where the next begins.</summary>
    public Page<LogLineResponse> Read(long after, LogFilter filter, int limit)
    {
        var found = new List<LogLineResponse>();
        var last = after;
        var looked = 0;
        foreach (var line in queries.ReadLog(run, after + 1, filter == LogFilter.All ? limit : Scan))
        {
            looked++;
            last = line.Number;
            var made = Line(line);
            if (filter.Admits(made, line.Level))
            {
                found.Add(made);
            }

            if (found.Count == limit)
            {
                break;
            }
        }

        var more = found.Count == limit || looked == Scan;
        return new Page<LogLineResponse> { Items = found, Next = more ? last.ToString(CultureInfo.InvariantCulture) : null };
    }

    private LogLineResponse Line(LogLine line) => new()
    {
        Number = line.Number,
        At = DateTimeOffset.FromUnixTimeMilliseconds(line.At),
        Level = LogFilter.WordOf(line.Level),
        Step = line.Step >= 0 ? plan.Steps[line.Step].Path : null,
        Key = _keys.Of(line.Scope),
        Scope = line.Scope.ToString(),
        Attempt = line.Attempt,
        Text = line.Text,
    };
}
