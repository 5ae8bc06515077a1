using System.Net;
using System.Net.Sockets;
using Atelier.Models.Catalogue;
using Xunit;

namespace Atelier.Models.Tests.Catalogue;

public sealed class ModelPullTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pull").FullName;
    private readonly HttpClient _http = new() { Timeout = Timeout.InfiniteTimeSpan };
    private readonly List<PullProgress> _told = [];

    public void Dispose()
    {
        _http.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task RunAsync_NewModel_LiesWholeInItsFolder()
    {
        await using var hub = Hub();

        var pulled = Done(await PullAsync(hub));

        Assert.Equal((Path.Join(_folder, "owner/model"), FakeHub.Commit, 3), (pulled.Folder, pulled.Commit, pulled.Files));
        Assert.Equal(hub.Files["onnx/model.onnx"], await File.ReadAllBytesAsync(Path.Join(pulled.Folder, "onnx/model.onnx"), TestContext.Current.CancellationToken));
        Assert.False(File.Exists(Path.Join(pulled.Folder, "README.md")), "what no host loads is not fetched");
        Assert.False(File.Exists(Path.Join(pulled.Folder, "onnx/model_quantized.onnx")));
        Assert.Equal(pulled.Bytes, pulled.Fetched);
        Assert.Equal(_told[^1].Total, _told[^1].Bytes);
        Assert.Equal(["owner"], Directory.EnumerateDirectories(_folder).Select(Path.GetFileName).Where(static name => name != ".pull"));
    }

    [Fact]
    public async Task RunAsync_PulledBefore_FetchesNothing()
    {
        await using var hub = Hub();
        Done(await PullAsync(hub));

        Assert.Equal(0, Done(await PullAsync(hub)).Fetched);
        Assert.Single(hub.Asked, static path => path.Contains("model.onnx", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RunAsync_OtherPrecisionOfTheSameCommit_IsAdded()
    {
        await using var hub = Hub();
        Done(await PullAsync(hub));

        var pulled = Done(await PullAsync(hub, new PullRequest("owner/model", Precision: "q8")));

        Assert.True(File.Exists(Path.Join(pulled.Folder, "onnx/model.onnx")));
        Assert.Equal(hub.Files["onnx/model_quantized.onnx"].Length, pulled.Fetched);
    }

    [Fact]
    public async Task RunAsync_NewCommit_ReplacesTheFolder()
    {
        await using var hub = Hub();
        Done(await PullAsync(hub));
        hub.CurrentCommit = "fedcba9876543210";
        hub.Files["onnx/model.onnx"] = Bytes(300, 9);

        var pulled = Done(await PullAsync(hub));

        Assert.Equal("fedcba9876543210", pulled.Commit);
        Assert.Equal(hub.Files["onnx/model.onnx"], await File.ReadAllBytesAsync(Path.Join(pulled.Folder, "onnx/model.onnx"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task RunAsync_ConnectionBreaksTwice_GoesOnWhereItWas()
    {
        await using var hub = Hub();
        hub.Files.Remove("config.json");
        hub.Files.Remove("tokenizer.json");
        hub.Breaks.Enqueue(70_000);
        hub.Breaks.Enqueue(30_000);

        var pulled = Done(await PullAsync(hub));

        Assert.Equal(["bytes=70000-", "bytes=100000-"], hub.Asked.Where(static asked => asked.Contains("bytes=", StringComparison.Ordinal)).Select(static asked => asked.Split(' ')[1]));
        Assert.Equal(200_000, pulled.Fetched);
    }

    [Fact]
    public async Task RunAsync_BrokenOffForGood_GoesOnInTheNextPull()
    {
        await using var hub = Hub();
        hub.Breaks.Enqueue(1000); // config.json is shorter
        hub.Breaks.Enqueue(1000); // tokenizer.json
        var once = new HubOptions { Endpoint = hub.Endpoint, Attempts = 1 };

        var failure = Failure(await PullAsync(hub, options: once));
        Assert.Equal(HubCodes.Unreachable, failure.Code);
        Assert.Contains("what came is kept, pull again to go on", failure.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Join(_folder, "owner")), "nothing stands in its place before all is there");

        hub.Breaks.Clear();
        var pulled = Done(await PullAsync(hub, options: once));

        Assert.Equal(200_000 + hub.Files["config.json"].Length + hub.Files["tokenizer.json"].Length, pulled.Bytes);
        Assert.True(pulled.Fetched < pulled.Bytes);
    }

    [Fact]
    public async Task RunAsync_HubThatIgnoresRanges_StartsTheFileAnew()
    {
        await using var hub = Hub(new FakeHub { WholeOnly = true });
        hub.Files.Remove("config.json");
        hub.Files.Remove("tokenizer.json");
        hub.Breaks.Enqueue(70_000);

        Assert.Equal(270_000, Done(await PullAsync(hub)).Fetched);
    }

    [Fact]
    public async Task RunAsync_ServerFailsOnce_IsAskedAgain()
    {
        await using var hub = Hub();
        hub.Refusals.Enqueue((503, null));
        hub.Refusals.Enqueue((429, null));

        Done(await PullAsync(hub));
    }

    [Theory]
    [InlineData("onnx/model.onnx")]
    [InlineData("config.json")]
    public async Task RunAsync_OtherBytesThanAnnounced_AreRefused(string file)
    {
        await using var hub = Hub();
        hub.Lies[file] = new string('0', 64);

        var failure = Failure(await PullAsync(hub));

        Assert.Equal(HubCodes.WrongChecksum, failure.Code);
        Assert.Contains($"the checksum of {file} is", failure.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Join(_folder, "owner")));
        Assert.DoesNotContain(Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories), path => path.EndsWith(Path.GetFileName(file) + ".part", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RunAsync_SpoiltPartFromBefore_IsFetchedAnewOnce()
    {
        await using var hub = Hub();
        var part = Path.Join(_folder, ".pull/owner--model", FakeHub.Commit, "onnx/model.onnx.part");
        Directory.CreateDirectory(Path.GetDirectoryName(part)!);
        await File.WriteAllBytesAsync(part, Bytes(500, 99), TestContext.Current.CancellationToken);

        var pulled = Done(await PullAsync(hub));

        Assert.Equal(hub.Files["onnx/model.onnx"], await File.ReadAllBytesAsync(Path.Join(pulled.Folder, "onnx/model.onnx"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task RunAsync_UnknownModel_SaysSo()
    {
        await using var hub = Hub();

        var failure = Failure(await PullAsync(hub, new PullRequest("owner/modle")));

        Assert.Equal((HubCodes.NotFound, "there is no owner/modle on 127.0.0.1; check the name"), (failure.Code, failure.Message));
    }

    [Fact]
    public async Task RunAsync_GatedModel_SaysWhereTermsAreAccepted()
    {
        await using var hub = Hub(new FakeHub { Token = "hf_secret" });

        var failure = Failure(await PullAsync(hub));
        Assert.Equal(HubCodes.NotAllowed, failure.Code);
        Assert.StartsWith($"owner/model is gated: accept its terms at {hub.Endpoint}owner/model", failure.Message, StringComparison.Ordinal);

        Done(await PullAsync(hub, options: new HubOptions { Endpoint = hub.Endpoint, Token = "hf_secret" }));
    }

    [Fact]
    public async Task RunAsync_NobodyListens_SaysThatTheHubCannotBeReached()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        var failure = Failure(await PullAsync(null, options: new HubOptions { Endpoint = new Uri($"http://127.0.0.1:{port}"), Attempts = 2, Delay = TimeSpan.Zero }));

        Assert.Equal(HubCodes.Unreachable, failure.Code);
        Assert.StartsWith($"127.0.0.1:{port} cannot be reached", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_NameThatNobodyKnows_SaysThatThereIsNoNetworkOrTheNameIsWrong()
    {
        var failure = Failure(await PullAsync(null, options: new HubOptions { Endpoint = new Uri("http://hub.invalid"), Attempts = 1 }));

        Assert.Equal(HubCodes.Unreachable, failure.Code);
        Assert.StartsWith("hub.invalid", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_TooLittleSpace_SaysHowMuchIsNeededBeforeAnythingIsFetched()
    {
        await using var hub = Hub();

        var failure = Failure(await new ModelPull(_http, new HubOptions { Endpoint = hub.Endpoint }, TimeProvider.System, static _ => 1_000_000)
            .RunAsync(new PullRequest("owner/model"), _folder, null, TestContext.Current.CancellationToken));

        Assert.Equal(HubCodes.CannotWrite, failure.Code);
        Assert.Contains("1 MB are free", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(hub.Asked, static asked => asked.Contains("resolve", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RunAsync_AnotherPullUnderWay_IsLeftAlone()
    {
        await using var hub = Hub();
        Directory.CreateDirectory(Path.Join(_folder, ".pull/owner--model"));
        await using var other = new FileStream(Path.Join(_folder, ".pull/owner--model/lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);

        Assert.Equal("another process is fetching owner/model right now", Failure(await PullAsync(hub)).Message);
    }

    [Fact]
    public async Task RunAsync_ModelWithoutGraphs_NamesWhatToLookFor()
    {
        await using var hub = Hub();
        hub.Files.Remove("onnx/model.onnx");
        Assert.Equal("owner/model has no ONNX files in fp32; it has onnx/model_quantized.onnx", Failure(await PullAsync(hub)).Message);

        hub.Files.Remove("onnx/model_quantized.onnx");
        Assert.StartsWith("owner/model has no ONNX files; look for an export", Failure(await PullAsync(hub)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_FileThatLeadsOutOfTheFolder_IsRefused()
    {
        await using var hub = Hub();
        hub.Files["onnx/../../../evil.onnx"] = Bytes(10, 1);

        Assert.Equal(HubCodes.HubTrouble, Failure(await PullAsync(hub, new PullRequest("owner/model", Files: ["onnx/../../../evil.onnx"]))).Code);
    }

    [Fact]
    public async Task RunAsync_NoHubName_IsRefused()
    {
        Assert.Equal(HubCodes.NotToPull, Failure(await PullAsync(null, new PullRequest("../model"), new HubOptions())).Code);
    }

    private static FakeHub Hub(FakeHub? hub = null)
    {
        hub ??= new FakeHub();
        hub.Files["config.json"] = "{\"model_type\":\"clip\"}"u8.ToArray();
        hub.Files["tokenizer.json"] = Bytes(5000, 1);
        hub.Files["README.md"] = Bytes(900, 2);
        hub.Files["onnx/model.onnx"] = Bytes(200_000, 3);
        hub.Files["onnx/model_quantized.onnx"] = Bytes(60_000, 4);
        return hub;
    }

    private Task<PullResult> PullAsync(FakeHub? hub, PullRequest? request = null, HubOptions? options = null) =>
        new ModelPull(_http, options ?? new HubOptions { Endpoint = hub!.Endpoint, Delay = TimeSpan.Zero }, TimeProvider.System)
            .RunAsync(request ?? new PullRequest("owner/model"), _folder, new Told(_told.Add), TestContext.Current.CancellationToken);

    private static PulledModel Done(PullResult result)
    {
        Assert.True(result.TryGet(out var pulled, out var failure), failure?.Message);
        return pulled;
    }

    private static PullFailure Failure(PullResult result)
    {
        Assert.False(result.TryGet(out _, out var failure));
        return failure;
    }

    private static byte[] Bytes(int count, int seed)
    {
        var bytes = new byte[count];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    private sealed class Told(Action<PullProgress> tell) : IProgress<PullProgress>
    {
        public void Report(PullProgress value) => tell(value);
    }
}
