using System.Text.Json;
using Atelier.Server.Tests.Serving;

namespace Atelier.Server.Tests.Workers;

/// <summary><c>atelier worker</c> as its own process.</summary>
public class WorkerCommandTests
{
    [Fact]
    public async Task Worker_OfProcesses_FetchesInputsAndSendsOutputs()
    {
        await using var server = await ServerUnderTest.StartAsync(static options => options with { RemoteQueues = new HashSet<string> { "far" } });
        await File.WriteAllTextAsync(Path.Join(server.Root, "a.txt"), "one two three", TestContext.Current.CancellationToken);
        await using var worker = ChildProcess.Atelier(server, "worker", "--queues", "far", "--slots", "2", "--actions", "process.*", "--name", "w");
        var run = await server.StartAsync(
            """
            name: words
            inputs:
              folder: { type: path }
            steps:
              - { id: find, uses: files.list, with: { path: "${inputs.folder}", match: "*.txt" } }
              - id: all
                for_each: ${find}
                as: file
                steps:
                  - id: x
                    uses: process.run
                    queue: far
                    with: { script: 'wc -w < "$1" > "$ATELIER_WORK/count.txt"; tr a-z A-Z < "$1"', args: ["${file}"], collect: ["count.txt"] }
                yield: ${x}
            outputs: { done: "${all.succeeded}" }
            """,
            new { folder = server.Root });

        Assert.Equal("""{"done":1}""", await server.EndAsync(run));
        var item = JsonElement.Parse(server.Home.Store.ReadItems(run, 1, 0, 10)[0].Output!).GetRawText();
        Assert.Contains("ONE TWO THREE", item, StringComparison.Ordinal);
        Assert.Contains("count.txt", item, StringComparison.Ordinal);
        var digest = System.Text.RegularExpressions.Regex.Match(item, "sha256:[0-9a-f]{64}").Value;
        using var counted = new StreamReader(server.Home.Artifacts.OpenRead(digest)!);
        Assert.Equal("3", (await counted.ReadToEndAsync(TestContext.Current.CancellationToken)).Trim());
        Assert.Equal(130, await worker.InterruptAsync());
    }

    [Fact]
    public async Task Worker_WithoutAToken_IsRefusedAndEnds()
    {
        await using var server = await ServerUnderTest.StartAsync();
        var file = Path.Join(server.Root, "token");
        await File.WriteAllTextAsync(file, "atl_wrong", TestContext.Current.CancellationToken);
        await using var worker = ChildProcess.Atelier(server, "worker", "--queues", "far", "--token-file", file);

        await worker.SeesAsync("ATL7101");
    }
}
