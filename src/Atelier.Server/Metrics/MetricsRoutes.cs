using Atelier.Api.Security;
using Atelier.Server.Security;

namespace Atelier.Server.Metrics;

/// <summary><c>/metrics</c>: for Prometheus and whatever reads its text format.</summary>
internal static class MetricsRoutes
{
    private const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    public static void MapMetrics(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/metrics", static (MeterBook book, HomeMeter meter) => TypedResults.Text(PrometheusText.Of(book.Read()), ContentType)).Requires(Scope.Read).WithTags("Health").WithSummary("Metrics as Prometheus text.");
}
