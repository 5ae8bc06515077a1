using Atelier.Hosts.Media;
using Atelier.Hosts.Processes;
using Atelier.Hosts.Tests.Processes;
using Atelier.Sdk;
using Xunit;

namespace Atelier.Hosts.Tests.Media;

public sealed class MediaHostPoolTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("atelier-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task InfoAsync_NoNode_FailsForGoodAndSaysWhatToDo()
    {
        await using var pool = new MediaHostPool(new MediaHostOptions { HostFolder = _folder, NodePath = "no-such-node" }, TimeProvider.System);
        var result = await pool.InfoAsync(new InfoRequest("a.png"), default);
        Assert.False(result.TryGet(out _, out var failure));
        Assert.Equal((FailureKind.Permanent, "ATL6001"), (failure.Kind, failure.Code));
        Assert.Equal("the media host cannot start: there is no program `no-such-node`: install Node 20.9 or newer, or set ATELIER_NODE to its path", failure.Message);
    }

    [Fact]
    public async Task InfoAsync_HostNotBuilt_FailsForGoodAndSaysWhatToDo()
    {
        await using var pool = new MediaHostPool(new MediaHostOptions { HostFolder = _folder }, TimeProvider.System);
        var result = await pool.InfoAsync(new InfoRequest("a.png"), default);
        Assert.False(result.TryGet(out _, out var failure));
        Assert.Equal(FailureKind.Permanent, failure.Kind);
        Assert.EndsWith("does not exist: run `npm ci` and `npm run build` in that folder", failure.Message);
    }

    [Fact]
    public async Task PixelsAsync_RealHost_GivesPixels()
    {
        await using var pool = new MediaHostPool(RealHost(), TimeProvider.System);
        var result = await pool.PixelsAsync(new PixelsRequest(Svg(), 10, 10, 3, Exact: true), default);
        Assert.True(result.TryGet(out var pixels, out var failure), failure?.Message);
        Assert.Equal([255, 0, 0], pixels.Pixels[..3]);
        Assert.Equal(300, pixels.Pixels.Length);
    }

    [Fact]
    public async Task RenderAsync_MorePixelsThanAllowed_IsRefused()
    {
        await using var pool = new MediaHostPool(RealHost() with { MaxPixels = 100 }, TimeProvider.System);
        var result = await pool.RenderAsync(new RenderRequest(Svg(), Path.Join(_folder, "o.png"), "png"), default);
        Assert.Equal("ATL5503", result.Failure?.Code);
    }

    [Fact]
    public async Task RealHost_ParentKilledWithSignal9_Ends()
    {
        var options = RealHost();
        var socket = Path.Join(_folder, "s");
        var greeted = new TaskCompletionSource<string>();
        var start = new ChildProcessOptions
        {
            Command = ["dotnet", Path.Join(AppContext.BaseDirectory, "Atelier.Hosts.TestParent.dll"), "hold", "node", Path.Join(options.HostFolder, "dist", "main.js"), "--socket", socket],
            OnStandardOutput = line =>
            {
                if (line.StartsWith('{'))
                {
                    greeted.TrySetResult(line);
                }
            },
        };
        Assert.True(ChildProcess.TryStart(start, out var parent, out var problem), problem);
        await using var ended = parent;
        await greeted.Task;
        Assert.True(LiveProcesses.WithArgument(socket).Count >= 2);
        System.Diagnostics.Process.GetProcessById(parent.Id).Kill();
        await Eventually.TrueAsync(() => LiveProcesses.WithArgument(socket).Count == 0, "no host without a parent");
    }

    private static MediaHostOptions RealHost()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Join(folder, "Atelier.slnx")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        var options = new MediaHostOptions { HostFolder = Path.Join(folder, "hosts", "node") };
        if (MediaHostPool.Check(options) is { } problem)
        {
            Assert.Skip(problem);
        }

        return options;
    }

    private string Svg()
    {
        var path = Path.Join(_folder, "red.svg");
        File.WriteAllText(path, """<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="red"/></svg>""");
        return path;
    }
}
