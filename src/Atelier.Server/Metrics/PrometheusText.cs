using System.Globalization;
using System.Text;

namespace Atelier.Server.Metrics;

/// <summary>Writes metrics as Prometheus reads them (text exposition format 0.0.4); names follow OpenTelemetry's rules for Prometheus.</summary>
internal static class PrometheusText
{
    public static string Of(IReadOnlyList<MetricFamily> families)
    {
        var text = new StringBuilder();
        foreach (var family in families)
        {
            if (family.Description is { } description)
            {
                text.Append("# HELP ").Append(family.Name).Append(' ').Append(description.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal)).Append('\n');
            }

            text.Append("# TYPE ").Append(family.Name).Append(' ').Append(family.Kind.ToString().ToLowerInvariant()).Append('\n');
            foreach (var series in family.Series)
            {
                if (family.Kind == MetricKind.Histogram)
                {
                    Histogram(text, family.Name, series);
                }
                else
                {
                    Line(text, family.Name, series.Labels, series.Value);
                }
            }
        }

        return text.ToString();
    }

    /// <summary><c>http.server.request.duration</c> in <c>s</c> becomes <c>http_server_request_duration_seconds</c>; counters end in <c>_total</c>.</summary>
    public static string Name(string name, string? unit, MetricKind kind)
    {
        var safe = Safe(name);
        var suffix = unit switch { "s" => "_seconds", "By" => "_bytes", "ms" => "_milliseconds", _ => string.Empty };
        safe = safe.EndsWith(suffix, StringComparison.Ordinal) ? safe : safe + suffix;
        return kind == MetricKind.Counter && !safe.EndsWith("_total", StringComparison.Ordinal) ? safe + "_total" : safe;
    }

    /// <summary>A label with its value in quotes.</summary>
    public static string Label(string name, string value) =>
        $"{Safe(name)}=\"{value.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal)}\"";

    private static string Safe(string name) => string.Create(name.Length, name, static (target, source) =>
    {
        for (var index = 0; index < target.Length; index++)
        {
            target[index] = char.IsAsciiLetterOrDigit(source[index]) && (index > 0 || !char.IsAsciiDigit(source[index])) ? source[index] : '_';
        }
    });

    private static void Histogram(StringBuilder text, string name, MetricSeries series)
    {
        var count = 0L;
        for (var bucket = 0; bucket < series.Buckets.Count; bucket++)
        {
            count += series.Buckets[bucket];
            var bound = bucket < series.Bounds.Count ? series.Bounds[bucket].ToString(CultureInfo.InvariantCulture) : "+Inf";
            var labels = $"{series.Labels}{(series.Labels.Length > 0 ? "," : string.Empty)}le=\"{bound}\"";
            Line(text, name + "_bucket", labels, count);
        }

        Line(text, name + "_sum", series.Labels, series.Value);
        Line(text, name + "_count", series.Labels, series.Count);
    }

    private static void Line(StringBuilder text, string name, string labels, double value)
    {
        text.Append(name);
        if (labels.Length > 0)
        {
            text.Append('{').Append(labels).Append('}');
        }

        text.Append(' ').Append(value.ToString("R", CultureInfo.InvariantCulture)).Append('\n');
    }
}
