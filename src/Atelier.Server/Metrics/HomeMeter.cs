using System.Diagnostics.Metrics;
using Atelier.Engine.Records;
using Atelier.Engine.Running;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Hosting.Homes;

namespace Atelier.Server.Metrics;

/// <summary>What is measured of a home, as instruments of System.Diagnostics.Metrics: any listener of the process can read them (OpenTelemetry among them).</summary>
internal sealed class HomeMeter : IRunObserver, IDisposable
{
    /// <summary>The meter's name.</summary>
    public const string Name = "Atelier";

    private readonly Meter _meter = new(Name);
    private readonly Counter<long> _outcomes;
    private readonly Counter<long> _attempts;
    private readonly Counter<long> _commits;

    public HomeMeter(OwnedHome home, TimeProvider time)
    {
        _outcomes = _meter.CreateCounter<long>("atelier.outcomes", "{outcome}", "Outcomes of steps that were recorded, by outcome.");
        _attempts = _meter.CreateCounter<long>("atelier.attempts.failed", "{attempt}", "Attempts that failed and are tried again, or parked.");
        _commits = _meter.CreateCounter<long>("atelier.run.commits", "{commit}", "Commits, counted once for each run in them.");
        _meter.CreateObservableGauge("atelier.runs", () => Runs(home.Queries.CountHome(time.GetUtcNow().ToUnixTimeMilliseconds())), "{run}", "Runs that have not ended, by state.");
        _meter.CreateObservableGauge("atelier.models.memory", () => Held(home), "By", "Memory that loaded models take, by device.");
        _meter.CreateObservableGauge("atelier.process.resident_memory", static () => Environment.WorkingSet, "By", "Resident memory of the server.");
    }

    /// <inheritdoc />
    public void Committed(RunId run, IReadOnlyList<RunRecord> records)
    {
        _commits.Add(1);
        foreach (var record in records)
        {
            switch (record)
            {
                case StepEnded ended:
                    _outcomes.Add(1, new KeyValuePair<string, object?>("outcome", ended.Outcome.ToText()));
                    break;
                case AttemptRecorded { State: AttemptState.Failed or AttemptState.Parked }:
                    _attempts.Add(1);
                    break;
            }
        }
    }

    /// <inheritdoc />
    public void Doubted(RunId run)
    {
    }

    /// <inheritdoc />
    public void Dispose() => _meter.Dispose();

    private static IEnumerable<Measurement<long>> Runs(HomeCounts counts) =>
        [Of(counts.Running, "running"), Of(counts.Waiting, "waiting"), Of(counts.Paused, "paused"), Of(counts.Cancelling, "cancelling"), Of(counts.Parked, "parked")];

    private static Measurement<long> Of(long value, string state) => new(value, new KeyValuePair<string, object?>("state", state));

    private static IEnumerable<Measurement<long>> Held(OwnedHome home) => !home.Models.HoldsAny ? [] :
        home.Models.Runtime.Snapshot().Devices.Select(static device => new Measurement<long>(device.Held, new KeyValuePair<string, object?>("device", device.Device)));
}
