namespace Atelier.Server.Metrics;

/// <summary>A metric with all its series.</summary>
/// <param name="Name">As Prometheus names it.</param>
/// <param name="Description">One sentence; null: none.</param>
/// <param name="Kind">What its numbers are.</param>
/// <param name="Series">By labels.</param>
internal sealed record MetricFamily(string Name, string? Description, MetricKind Kind, IReadOnlyList<MetricSeries> Series);

/// <summary>What the numbers of a metric are.</summary>
internal enum MetricKind
{
    /// <summary>Only rises.</summary>
    Counter,

    /// <summary>Rises and falls.</summary>
    Gauge,

    /// <summary>Counts by size.</summary>
    Histogram,
}

/// <summary>One line of a metric, or one set of buckets.</summary>
/// <param name="Labels">Written out, without braces; empty: none.</param>
/// <param name="Value">The number; of a histogram the sum.</param>
/// <param name="Count">How many were taken.</param>
/// <param name="Bounds">Upper bounds of buckets, ascending.</param>
/// <param name="Buckets">Counts of each bucket, one more than bounds.</param>
internal sealed record MetricSeries(string Labels, double Value, long Count, IReadOnlyList<double> Bounds, IReadOnlyList<long> Buckets);
