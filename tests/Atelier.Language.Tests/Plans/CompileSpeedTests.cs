using System.Diagnostics;
using Atelier.Language.Tests.Catalog;
using Xunit;

namespace Atelier.Language.Tests.Plans;

public sealed class CompileSpeedTests
{
    // 10 ms is the promise, for optimised code; this bound leaves room for unoptimised code on a busy machine.
    private static readonly TimeSpan Bound = TimeSpan.FromMilliseconds(150);

    [Fact]
    public void Compile_FiftySteps_TakesMilliseconds()
    {
        var steps = Enumerable.Range(0, 50).Select(index => $$"""
              - id: s{{index}}
                uses: images.convert
                if: ${inputs.width > {{index}} && inputs.picture.name.startsWith('a')}
                with: { image: "${inputs.picture}", width: "${inputs.width + {{index}}}", format: png }
                retry: { attempts: 5, delay: 1s }

            """);
        var text = $"name: w\ninputs: {{ width: {{ type: integer }}, picture: {{ type: object }} }}\nsteps:\n{string.Concat(steps)}";
        Assert.Equal(50, Compiling.Plan(text).Steps.Length);

        // The fastest of many: what else the machine does only ever adds.
        var fastest = Enumerable.Range(0, 50).Min(_ =>
        {
            var watch = Stopwatch.StartNew();
            Compiling.Compile(text);
            return watch.Elapsed;
        });
        Assert.True(fastest < Bound, $"took {fastest}");
    }
}
