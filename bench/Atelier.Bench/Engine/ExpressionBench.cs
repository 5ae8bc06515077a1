using System.Diagnostics;
using Atelier.Language.Cel;
using Atelier.Language.Cel.Values;

namespace Atelier.Bench.Engine;

/// <summary>Expressions a second: compiled once, and parsed each time.</summary>
internal static class ExpressionBench
{
    private const string Text = "a.b > 7.0 && size(x) > 0";

    public static int Run(string[] args)
    {
        var options = new CelOptions { MixedNumbers = true };
        var expression = CelExpression.Parse(Text, options).Expression!;
        var variables = new Names();
        Measure("evaluate, compiled once", () => expression.Evaluate(variables));
        Measure("parse and evaluate", () => CelExpression.Parse(Text, options).Expression!.Evaluate(variables));
        return 0;
    }

    private static void Measure(string name, Func<CelResult> evaluate)
    {
        var rates = new List<double>();
        for (var round = 0; round < 4; round++)
        {
            var count = 0L;
            var watch = Stopwatch.StartNew();
            while (watch.Elapsed < TimeSpan.FromSeconds(3))
            {
                for (var index = 0; index < 1000; index++)
                {
                    if (evaluate().Value is not CelBool { Value: true })
                    {
                        throw new InvalidOperationException("wrong value");
                    }
                }

                count += 1000;
            }

            rates.Add(count / watch.Elapsed.TotalSeconds);
        }

        rates.RemoveAt(0);
        rates.Sort();
        Console.WriteLine($"expr {name}: median {rates[1]:N0}/s (min {rates[0]:N0}, max {rates[^1]:N0})");
    }

    private sealed class Names : ICelActivation
    {
        private readonly CelValue _a = CelMap.Of(new Dictionary<string, CelValue> { ["b"] = new CelDouble(7.5) });
        private readonly CelValue _x = new CelString("painting");

        public bool TryResolve(string name, out CelValue value)
        {
            value = name == "a" ? _a : _x;
            return true;
        }
    }
}
