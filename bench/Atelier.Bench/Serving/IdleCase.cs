using System.Diagnostics;
using Atelier.Bench.Engine;

namespace Atelier.Bench.Serving;

/// <summary>How soon a server answers on a new home, and what it takes when nothing happens.</summary>
internal static class IdleCase
{
    public static async Task RunAsync(string[] args)
    {
        var times = new List<double>();
        var memory = 0L;
        for (var round = -1; round < EngineBench.Option(args, "--rounds", 5); round++)
        {
            var watch = Stopwatch.StartNew();
            using var home = new ServedHome();
            await home.AskAsync(HttpMethod.Get, "about");
            if (round >= 0)
            {
                times.Add(watch.Elapsed.TotalMilliseconds);
            }

            await home.AskAsync(HttpMethod.Get, "home");
            memory = Math.Max(memory, home.Memory);
        }

        times.Sort();
        Console.WriteLine($"server idle: first answer after {times[times.Count / 2]:F0} ms (min {times[0]:F0}, max {times[^1]:F0}), first password made in it; {memory} MiB");
    }
}
