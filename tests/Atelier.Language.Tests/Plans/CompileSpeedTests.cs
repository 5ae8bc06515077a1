using System.Diagnostics;
using Atelier.Language.Tests.Catalog;
using Xunit;

namespace Atelier.Language.Tests.Plans;

public sealed class CompileSpeedTests
{
    [Fact]
    public void Compile_FiftySteps_TakesUnderTenMilliseconds()
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
        Assert.True(fastest < TimeSpan.FromMilliseconds(10), $"took {fastest}");
    }
}
