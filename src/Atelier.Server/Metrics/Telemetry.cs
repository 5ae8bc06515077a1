using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Atelier.Server.Metrics;

/// <summary>Sends the same metrics, and a trace of each request, to an OpenTelemetry collector. Nothing of it is made where nobody asked.</summary>
internal sealed class Telemetry : IDisposable
{
    private readonly MeterProvider _meters;
    private readonly TracerProvider _traces;

    private Telemetry(Uri endpoint, TimeSpan every)
    {
        _meters = OpenTelemetry.Sdk.CreateMeterProviderBuilder().AddMeter(HomeMeter.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime")
            .AddOtlpExporter((exporter, reader) =>
            {
                To(exporter, endpoint, "v1/metrics");
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)every.TotalMilliseconds;
            })
            .Build();
        _traces = OpenTelemetry.Sdk.CreateTracerProviderBuilder().AddSource("Microsoft.AspNetCore").AddOtlpExporter(exporter => To(exporter, endpoint, "v1/traces")).Build();
    }

    /// <summary>Starts to send; null: nobody asked for it.</summary>
    public static Telemetry? StartOrNull(ServerOptions options) => options.TelemetryEndpoint is { } endpoint ? new Telemetry(endpoint, options.TelemetryEvery) : null;

    /// <inheritdoc />
    public void Dispose()
    {
        _meters.Dispose();
        _traces.Dispose();
    }

    private static void To(OtlpExporterOptions exporter, Uri endpoint, string path)
    {
        exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = new Uri(endpoint.AbsoluteUri.TrimEnd('/') + "/" + path);
    }
}
