using System.Diagnostics.Metrics;
using System.Globalization;

namespace Atelier.Server.Metrics;

/// <summary>Adds up what instruments of chosen meters report, so that it can be read at any time.</summary>
internal sealed class MeterBook : IDisposable
{
    /// <summary>Upper bounds of buckets, in seconds: those that OpenTelemetry advises for HTTP requests.</summary>
    private static readonly double[] Seconds = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

    /// <summary>Series of one instrument, beyond which new tags are not taken: a metric must not grow with what people type.</summary>
    private const int MostSeries = 500;

    private static readonly string[] Meters = [HomeMeter.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly MeterListener _listener = new();

    public MeterBook()
    {
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (Array.IndexOf(Meters, instrument.Meter.Name) >= 0)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>Everything as it stands, by name.</summary>
    public IReadOnlyList<MetricFamily> Read()
    {
        lock (_gate)
        {
            foreach (var entry in _entries.Values.Where(static entry => entry.Observed))
            {
                entry.Series.Clear();
            }
        }

        _listener.RecordObservableInstruments();
        lock (_gate)
        {
            return [.. _entries.Values.Select(static entry => new MetricFamily(entry.Name, entry.Description, entry.Kind, [.. entry.Series.Select(static series => series.Value.Copy(series.Key))]))];
        }
    }

    /// <inheritdoc />
    public void Dispose() => _listener.Dispose();

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = LabelsOf(tags);
        lock (_gate)
        {
            if (!_entries.TryGetValue(instrument.Name, out var entry))
            {
                _entries[instrument.Name] = entry = Entry.Of(instrument);
            }

            if (!entry.Series.TryGetValue(labels, out var series))
            {
                if (entry.Series.Count >= MostSeries)
                {
                    return;
                }

                entry.Series[labels] = series = new Series(entry.Kind == MetricKind.Histogram ? Seconds : []);
            }

            series.Take(value, set: entry.Observed);
        }
    }

    private static string LabelsOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.IsEmpty)
        {
            return string.Empty;
        }

        var labels = new List<string>(tags.Length);
        foreach (var tag in tags)
        {
            labels.Add(PrometheusText.Label(tag.Key, Convert.ToString(tag.Value, CultureInfo.InvariantCulture) ?? string.Empty));
        }

        labels.Sort(StringComparer.Ordinal);
        return string.Join(',', labels);
    }

    private sealed record Entry(string Name, string? Description, MetricKind Kind, bool Observed)
    {
        public SortedDictionary<string, Series> Series { get; } = new(StringComparer.Ordinal);

        public static Entry Of(Instrument instrument)
        {
            var type = instrument.GetType().GetGenericTypeDefinition();
            var kind = type == typeof(Histogram<>) ? MetricKind.Histogram
                : type == typeof(Counter<>) || type == typeof(ObservableCounter<>) ? MetricKind.Counter
                : MetricKind.Gauge;
            return new Entry(PrometheusText.Name(instrument.Name, instrument.Unit, kind), instrument.Description, kind, instrument.IsObservable);
        }
    }

    /// <summary>One instrument with one set of tags.</summary>
    private sealed class Series(double[] bounds)
    {
        private readonly long[] _buckets = new long[bounds.Length + 1];
        private double _sum;
        private long _count;

        public void Take(double value, bool set)
        {
            _sum = set ? value : _sum + value;
            _count++;
            if (bounds.Length > 0)
            {
                var bucket = Array.FindIndex(bounds, bound => value <= bound);
                _buckets[bucket < 0 ? bounds.Length : bucket]++;
            }
        }

        public MetricSeries Copy(string labels) => new(labels, _sum, _count, bounds, [.. _buckets]);
    }
}
