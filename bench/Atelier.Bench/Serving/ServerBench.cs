using Atelier.Bench.Engine;
using Atelier.Bench.Workers;

namespace Atelier.Bench.Serving;

/// <summary>The server as others meet it: over HTTP, from another process of the same machine.</summary>
internal static class ServerBench
{
    private static readonly Dictionary<string, Func<string[], Task>> Cases = new(StringComparer.Ordinal)
    {
        ["starts"] = StartsCase.RunAsync,
        ["pages"] = PagesCase.RunAsync,
        ["events"] = EventsCase.RunAsync,
        ["idle"] = IdleCase.RunAsync,
        ["workers"] = static args => Task.FromResult(WorkersBench.Run(args)),
    };

    public static int Run(string[] args)
    {
        var named = args.TakeWhile(static arg => !arg.StartsWith('-')).ToArray();
        if (Array.Find(named, static name => !Cases.ContainsKey(name)) is { } unknown)
        {
            Console.Error.WriteLine($"there is no case {unknown}; there are {string.Join(", ", Cases.Keys)}");
            return 2;
        }

        foreach (var name in named.Length == 0 ? [.. Cases.Keys] : named)
        {
            Cases[name](args).GetAwaiter().GetResult();
        }

        return 0;
    }

    /// <summary>The value below which so much of sorted values lies.</summary>
    public static double Percentile(List<double> sorted, double part) => sorted[Math.Min(sorted.Count - 1, (int)Math.Ceiling(sorted.Count * part) - 1)];
}
