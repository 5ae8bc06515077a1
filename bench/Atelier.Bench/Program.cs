using Atelier.Bench.Engine;
using Atelier.Bench.Models;
using Atelier.Bench.Serving;
using Atelier.Bench.Store;
using Atelier.Bench.Workers;

var commands = new Dictionary<string, Func<string[], int>>(StringComparer.Ordinal)
{
    ["store"] = StoreBench.Run,
    ["chains"] = EngineBench.Chains,
    ["map"] = EngineBench.MapItems,
    ["recovery"] = RecoveryBench.Run,
    ["expr"] = ExpressionBench.Run,
    ["fair"] = EngineBench.Fair,
    ["images"] = ImageBench.Run,
    ["models"] = ModelsBench.Run,
    ["server"] = ServerBench.Run,
    ["start"] = StartBench.Run,
    ["latency"] = EngineBench.Latency,
    ["workers"] = WorkersBench.Run,
    [WorkersBench.ChildCommand] = WorkersBench.Child,
};

if (args.Length == 0 || !commands.TryGetValue(args[0], out var command))
{
    await Console.Error.WriteLineAsync($"usage: Atelier.Bench {string.Join('|', commands.Keys.Order(StringComparer.Ordinal))}");
    return 2;
}

return command(args[1..]);
