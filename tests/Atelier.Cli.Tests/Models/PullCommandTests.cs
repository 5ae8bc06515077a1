using Atelier.Models.Tests.Catalogue;

namespace Atelier.Cli.Tests.Models;

public sealed class PullCommandTests
{
    [Fact]
    public async Task Pull_ModelOfAHub_LiesInTheHomeAndIsRegistered()
    {
        using var sandbox = new Sandbox();
        await using var hub = Hub();

        var pulled = await PullAsync(sandbox, hub, "owner/model", "--name", "eyes", "--json");
        var again = await PullAsync(sandbox, hub, "owner/model", "--name", "eyes", "--json");

        Assert.True(pulled.Exit == 0, pulled.Error);
        Assert.True(pulled.Json.GetProperty("registered").GetBoolean());
        Assert.Equal(hub.Files["onnx/model.onnx"], await File.ReadAllBytesAsync(sandbox.PathOf("home/models/owner/model/onnx/model.onnx"), TestContext.Current.CancellationToken));
        Assert.Equal("models:\n  eyes: {\"source\":\"hub:owner/model\"}\n", await File.ReadAllTextAsync(sandbox.PathOf("home/models.yaml"), TestContext.Current.CancellationToken));
        Assert.Equal((0, 0L), (again.Exit, again.Json.GetProperty("fetched").GetInt64()));
    }

    [Fact]
    public async Task Pull_OtherPrecision_IsFetchedAndWrittenDown()
    {
        using var sandbox = new Sandbox();
        await using var hub = Hub();
        hub.Files["onnx/model_quantized.onnx"] = [1, 2, 3];

        var pulled = await PullAsync(sandbox, hub, "owner/model", "--dtype", "q8", "--kind", "clip");

        Assert.True(pulled.Exit == 0, pulled.Error);
        Assert.Equal("models:\n  model: {\"source\":\"hub:owner/model\",\"kind\":\"clip\",\"options\":{\"dtype\":\"q8\"}}\n", await File.ReadAllTextAsync(sandbox.PathOf("home/models.yaml"), TestContext.Current.CancellationToken));
        Assert.Equal(["model_quantized.onnx"], Directory.EnumerateFiles(sandbox.PathOf("home/models/owner/model/onnx")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Pull_NameThatIsTaken_SaysWhatToWriteAndLeavesTheRegistry()
    {
        using var sandbox = new Sandbox();
        await using var hub = Hub();
        Directory.CreateDirectory(sandbox.PathOf("home"));
        var registry = sandbox.Write("home/models.yaml", "models:\n  eyes: ./mine # keep\n");

        var pulled = await PullAsync(sandbox, hub, "owner/model", "--name", "eyes");

        Assert.Equal(0, pulled.Exit);
        Assert.Contains("""has a model eyes already""", pulled.Output, StringComparison.Ordinal);
        Assert.Equal("models:\n  eyes: ./mine # keep\n", await File.ReadAllTextAsync(sandbox.PathOf(registry), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Pull_WithoutANetwork_Exits4AndSaysWhatElseWorks()
    {
        using var sandbox = new Sandbox();

        var pulled = await sandbox.RunAsync("models", "pull", "clip-vit-b32", "--endpoint", "http://hub.invalid");

        Assert.Equal(4, pulled.Exit);
        Assert.Contains("ATL3423: hub.invalid", pulled.Error, StringComparison.Ordinal);
        Assert.Contains("atelier models add NAME FOLDER", pulled.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "ATL4014", "models", "pull", "clip-vit-b23")]
    [InlineData(4, "ATL4014", "models", "pull", "ultraface")]
    [InlineData(4, "ATL3420", "models", "pull", "../model")]
    [InlineData(2, "ATL4002", "models", "pull", "owner/model", "--kind", "clap")]
    [InlineData(2, "ATL4002", "models", "pull", "owner/model", "--endpoint", "ftp://hub")]
    public async Task Pull_WhatCannotBePulled_SaysWhy(int exit, string code, params string[] arguments)
    {
        using var sandbox = new Sandbox();

        var ended = await sandbox.RunAsync(arguments);

        Assert.True(ended.Exit == exit && ended.Error.Contains(code, StringComparison.Ordinal), $"{ended.Exit} {ended.Error}");
    }

    [Fact]
    public async Task Catalogue_Asked_ShowsKindLicenceAndWhatIsKnownOfTheSize()
    {
        using var sandbox = new Sandbox();

        var all = await sandbox.RunAsync("models", "catalogue", "--json");
        var one = await sandbox.RunAsync("models", "catalogue", "clip-vit-b32-q8");

        Assert.All(all.Json.GetProperty("models").EnumerateArray(), static model => Assert.NotEqual(string.Empty, model.GetProperty("licence").GetString()));
        Assert.Contains("licence  MIT (OpenAI CLIP)\nsize     the hub tells\n", one.Output, StringComparison.Ordinal);
    }

    private static FakeHub Hub() => new()
    {
        Files = { ["config.json"] = "{\"model_type\":\"clip\"}"u8.ToArray(), ["onnx/model.onnx"] = [.. Enumerable.Range(0, 5000).Select(static at => (byte)(at * 7))] },
    };

    private static Task<AtelierProcess.Ended> PullAsync(Sandbox sandbox, FakeHub hub, params string[] arguments) =>
        sandbox.RunAsync(["models", "pull", .. arguments, "--endpoint", hub.Endpoint.AbsoluteUri]);
}
