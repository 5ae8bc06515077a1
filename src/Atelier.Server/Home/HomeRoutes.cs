using Atelier.Api.Home;
using Atelier.Api.Security;
using Atelier.Hosting.Homes;
using Atelier.Hosting.Owners;
using Atelier.Server.Security;
using Atelier.Server.Serving;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Server.Home;

/// <summary><c>/about</c>, <c>/home/...</c>: the server and what it keeps.</summary>
internal static class HomeRoutes
{
    public static void MapHome(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/home", static (HomeOverviews home) => TypedResults.Ok(home.Read())).Requires(Scope.Read).WithTags("Home").WithSummary("What runs, what needs somebody, what failed, and how fast things go.");
        routes.MapGet("/about", About).Requires(Scope.Read).WithTags("Home").WithSummary("What this server is.");
        routes.MapGet("/home/storage", Storage).Requires(Scope.Read).WithTags("Home").WithSummary("What the home takes on disk.");
        routes.MapPost("/home/gc", CollectGarbageAsync).Requires(Scope.Admin).Audited("home.gc").WithTags("Home").WithSummary("Remove artifacts that nothing refers to.");
    }

    private static Ok<AboutResponse> About(OwnedHome home, ServerOptions options, ServerStart start) => TypedResults.Ok(new AboutResponse
    {
        Name = "Atelier",
        Version = typeof(HomeRoutes).Assembly.GetName().Version!.ToString(3),
        Home = home.Layout.Folder,
        Roots = options.Roots,
        Started = start.At,
        Exposed = options.Exposed,
        Processors = Environment.ProcessorCount,
        MemoryBytes = Environment.WorkingSet,
        Hosts = [.. (home.Models.HoldsAny ? home.Models.Runtime.Snapshot().Models : []).Where(static model => model.State == "ready").Select(static model => $"model {model.Name}")],
    });

    private static Ok<StorageResponse> Storage(OwnedHome home)
    {
        var layout = home.Layout;
        return TypedResults.Ok(new StorageResponse
        {
            DatabaseBytes = DiskUse.OfFiles(layout.Folder, Path.GetFileName(layout.Database) + "*"),
            ArtifactBytes = DiskUse.OfFolder(layout.Artifacts),
            CacheBytes = DiskUse.OfFolder(layout.Cache),
            WorkspaceBytes = DiskUse.OfFiles(layout.Folder, "workspace.db*"),
            FreeBytes = new DriveInfo(layout.Folder).AvailableFreeSpace,
        });
    }

    private static async Task<Ok<GarbageResponse>> CollectGarbageAsync(OwnedHome home, CancellationToken cancellationToken)
    {
        var reply = await home.AskAsync(new OwnerRequest.CollectGarbage(), cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(new GarbageResponse { Removed = reply.Garbage!.Removed, Bytes = reply.Garbage.Bytes, Doomed = reply.Garbage.Doomed });
    }
}
