using Atelier.Engine.Stores;
using Atelier.Hosting.Homes;
using Atelier.Server.Security;

namespace Atelier.Server.Home;

/// <summary>For whatever watches the process: is it there, can it do its work.</summary>
internal static class HealthRoutes
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", static () => TypedResults.Text("live")).Public().WithTags("Health").WithSummary("The process answers.");
        routes.MapGet("/health/ready", Ready).Public().WithTags("Health").WithSummary("The home answers and can be written.");
    }

    private static IResult Ready(OwnedHome home)
    {
        if (home.Engine.Stalled is not null)
        {
            return TypedResults.Text("stalled", statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        try
        {
            home.Store.LastRun();
            return TypedResults.Text("ready");
        }
        catch (StoreException)
        {
            return TypedResults.Text("the store does not answer", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
