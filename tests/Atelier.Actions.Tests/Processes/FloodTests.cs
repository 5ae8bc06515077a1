using Xunit;

namespace Atelier.Actions.Tests.Processes;

/// <summary>Alone, for it counts what the whole process allocates.</summary>
[CollectionDefinition(nameof(FloodTests), DisableParallelization = true)]
[Collection(nameof(FloodTests))]
public sealed class FloodTests : IDisposable
{
    private readonly FakeContext _context = new();

    [Fact]
    public async Task Flood_NeitherFillsMemoryNorBlocks()
    {
        var before = GC.GetTotalAllocatedBytes();
        var output = await _context.SucceedAsync("process.run", """{"script":"head -c 1000000000 /dev/zero | tr '\\0' x; echo; echo the end"}""");

        Assert.EndsWith("the end", output.GetProperty("stdout").GetString());
        Assert.True(output.GetProperty("stdout").GetString()!.Length <= 80_000);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 200_000_000);
    }

    public void Dispose() => _context.Dispose();
}
