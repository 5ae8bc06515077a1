using System.Runtime.InteropServices;
using Atelier.Api.Home;
using Atelier.Cli.Servers;

namespace Atelier.Cli.Homes;

/// <summary>What <c>atelier doctor</c> can tell of a server. What its machine can run is told by the doctor there.</summary>
internal static class ServerFindings
{
    public static IReadOnlyList<Finding> Of(Invocation invocation)
    {
        var (server, here) = (invocation.Server, typeof(ServerFindings).Assembly.GetName().Version!.ToString(3));
        var about = server.Get<AboutResponse>("about");
        return
        [
            new("atelier", FindingState.Good, $"{here} on {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}"),
            about.Version == here
                ? new("server", FindingState.Good, $"{server.Location} runs {about.Name} {about.Version} on {about.Processors} processors, since {about.Started:yyyy-MM-dd HH:mm:ss'Z'}")
                : new("server", FindingState.Missing, $"{server.Location} runs {about.Name} {about.Version}, and this is {here}: what only one of them knows does not work"),
            HomeOf(server, about),
            Finding.OfSpace(server.Get<StorageResponse>("home/storage").FreeBytes),
        ];
    }

    private static Finding HomeOf(ServerClient server, AboutResponse about)
    {
        var home = server.Get<HomeOverview>("home");
        return home.Stalled is { } why
            ? new("home", FindingState.Broken, $"{about.Home} stands still: {why}")
            : new("home", FindingState.Good, $"{about.Home}, {home.Running + home.Waiting + home.Paused} unfinished runs; files may be named in {string.Join(", ", about.Roots)}");
    }
}
