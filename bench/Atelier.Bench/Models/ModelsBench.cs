namespace Atelier.Bench.Models;

/// <summary><c>models [embed|overhead|load|culling|three]...</c>: the published figures of models; without names all of them.</summary>
internal static class ModelsBench
{
    private static readonly Dictionary<string, Func<string[], Task>> Cases = new(StringComparer.Ordinal)
    {
        ["embed"] = EmbedBench.RunAsync,
        ["overhead"] = OverheadBench.RunAsync,
        ["load"] = LoadBench.RunAsync,
        ["culling"] = CullingBench.RunAsync,
        ["three"] = ThreeModelsBench.RunAsync,
    };

    public static int Run(string[] args)
    {
        var named = args.TakeWhile(static arg => !arg.StartsWith('-')).ToArray();
        if (named.Except(Cases.Keys).FirstOrDefault() is { } unknown)
        {
            Console.Error.WriteLine($"there is no case `{unknown}`; there are {string.Join(", ", Cases.Keys)}");
            return 2;
        }

        foreach (var (_, measure) in Cases.Where(one => named.Length == 0 || named.Contains(one.Key)))
        {
            measure(args).GetAwaiter().GetResult();
        }

        return 0;
    }
}
