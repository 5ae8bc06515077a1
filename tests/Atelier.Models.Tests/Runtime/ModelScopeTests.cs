using Atelier.Models.Registry;
using Atelier.Models.Runtime;
using Atelier.Sdk;
using Atelier.Sdk.Models;
using Xunit;

namespace Atelier.Models.Tests.Runtime;

public sealed class ModelScopeTests
{
    [Fact]
    public async Task FindAsync_UnknownName_SaysWhatIsKnown()
    {
        using var models = new TestModels("models: { clip: ./clip, nima: ./nima }");
        await using var runtime = new ModelRuntime(models.Options, TimeProvider.System);

        var failure = await FailureAsync(runtime.Home, "clipp");

        Assert.Equal((FailureKind.Permanent, "ATL5701"), (failure.Kind, failure.Code));
        Assert.Equal(
            "there is no model `clipp` here. Did you mean `clip`? Known are: clip, nima. Add it with `atelier models add`, or write it under `models:` of the workflow.",
            failure.Message);
    }

    [Theory]
    [InlineData("llava:7b@ollama", "http://127.0.0.1:11434/v1", "llava:7b")]
    [InlineData("qwen@q4@lm-studio", "http://127.0.0.1:1234/v1", "qwen@q4")]
    [InlineData("describer", "http://127.0.0.1:8080/v1", "local")]
    public async Task EndpointAsync_NameOrSourceWithItsServer_IsThere(string name, string address, string model)
    {
        using var models = new TestModels("models: { describer: local@llama.cpp }");
        await using var runtime = new ModelRuntime(models.Options, TimeProvider.System);

        Assert.True((await runtime.Home.FindAsync(name, TestContext.Current.CancellationToken)).TryGet(out var identity, out _));
        Assert.True((await runtime.Home.EndpointAsync(identity, TestContext.Current.CancellationToken)).TryGet(out var endpoint, out _));

        Assert.Equal((ModelKind.Openai, name), (identity.Kind, identity.Name));
        Assert.Equal(new ModelEndpoint(new Uri(address), model, null, null, null), endpoint);
    }

    [Fact]
    public async Task FindAsync_NameWithAnUnknownServer_SaysWhichThereAre()
    {
        using var models = new TestModels("models: {}");
        await using var runtime = new ModelRuntime(models.Options, TimeProvider.System);

        Assert.Contains("there is no model `llava@olama` here. Behind `@` stands one of openai, gemini, ollama,", (await FailureAsync(runtime.Home, "llava@olama")).Message);
    }

    [Fact]
    public async Task EndpointAsync_NameWithAServerThatNeedsAKey_TakesItFromItsSecret()
    {
        using var models = new TestModels("models: {}");
        await using var without = new ModelRuntime(models.Options, TimeProvider.System);
        await using var with = new ModelRuntime(models.Options with { Secrets = name => name == "openai_api_key" ? "sk-1" : null }, TimeProvider.System);

        Assert.True((await with.Home.FindAsync("gpt-4o@openai", TestContext.Current.CancellationToken)).TryGet(out var identity, out _));
        Assert.False((await without.Home.EndpointAsync(identity, TestContext.Current.CancellationToken)).TryGet(out _, out var failure));
        Assert.True((await with.Home.EndpointAsync(identity, TestContext.Current.CancellationToken)).TryGet(out var endpoint, out _));

        Assert.Contains("Run `atelier secrets set openai_api_key`", failure!.Message);
        Assert.Equal("sk-1", endpoint!.ApiKey);
    }

    [Fact]
    public async Task FindAsync_NamesThatCannotBeUsed_SayWhy()
    {
        using var models = new TestModels("models: { gone: ./gone, hub: hub:org/model, empty: ./empty, odd: ./odd }");
        Directory.CreateDirectory(Path.Join(models.Home, "empty"));
        models.Write("odd/config.json", """{"model_type":"gpt9"}""");
        await using var runtime = new ModelRuntime(models.Options, TimeProvider.System);

        Assert.Equal("ATL3403", (await FailureAsync(runtime.Home, "gone")).Code);
        Assert.Contains("Run `atelier models pull org/model`", (await FailureAsync(runtime.Home, "hub")).Message);
        Assert.Contains("names no `model_type`", (await FailureAsync(runtime.Home, "empty")).Message);
        Assert.Contains("`model_type: gpt9`", (await FailureAsync(runtime.Home, "odd")).Message);
    }

    [Fact]
    public async Task FindAsync_MistakeInTheRegistry_IsNamed()
    {
        using var models = new TestModels("models: { clip: { source: ./clip, batch: 1 } }");
        await using var runtime = new ModelRuntime(models.Options, TimeProvider.System);

        var failure = await FailureAsync(runtime.Home, "clip");

        Assert.Equal("ATL3402", failure.Code);
        Assert.Contains("models.yaml:1:35: `batch` is no key of a model", failure.Message);
    }

    [Fact]
    public async Task FindAsync_MistakeInAnEntry_IsNotReplacedByTheDemoModel()
    {
        using var models = new TestModels("models: { clip: { source: ./clip, batch: 1 }, nima: ./nima }");
        await using var runtime = new ModelRuntime(models.WithDemos, TimeProvider.System);

        Assert.Equal("ATL3402", (await FailureAsync(runtime.Home, "clip")).Code);
        Assert.Equal("ATL3403", (await FailureAsync(runtime.Home, "nima")).Code);
        Assert.True((await runtime.Home.FindAsync("sam2", default)).TryGet(out var demo, out _));
        Assert.StartsWith("demo:sam2@", demo.MadeBy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FindAsync_AnyFileOfTheFolderChanges_DigestChanges()
    {
        using var models = new TestModels("models: { clip: ./demo-clip }");
        var folder = models.Copy("demo-clip");
        var seen = new HashSet<string> { await DigestAsync(models) };
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            File.AppendAllText(file, " ");
            Assert.True(seen.Add(await DigestAsync(models)), file);
        }

        models.Write("demo-clip/added.json", "{}");
        Assert.True(seen.Add(await DigestAsync(models)));
    }

    [Fact]
    public async Task FindAsync_FilesChange_DigestChangesAndOnlyThen()
    {
        using var models = new TestModels("models: { clip: ./clip }");
        models.Write("clip/config.json", """{"model_type":"clip"}""");
        models.Write("clip/onnx/vision_model.onnx", "abc");
        var first = await DigestAsync(models);
        Assert.Equal(first, await DigestAsync(models));

        models.Write("clip/onnx/vision_model.onnx", "abd");
        var second = await DigestAsync(models);
        Assert.NotEqual(first, second);

        File.Move(Path.Join(models.Home, "clip/onnx/vision_model.onnx"), Path.Join(models.Home, "clip/onnx/text_model.onnx"));
        Assert.NotEqual(second, await DigestAsync(models));
    }

    [Fact]
    public async Task FindAsync_WorkflowAndHome_TheWorkflowWins()
    {
        using var models = new TestModels("models: { clip: ./home }");
        foreach (var folder in new[] { "home", "own" })
        {
            models.Write(folder + "/config.json", """{"model_type":"clip"}""");
            models.Write(folder + "/onnx/vision_model.onnx", folder);
        }

        await using var runtime = new ModelRuntime(models.Options, TimeProvider.System);
        using var scope = runtime.For(new WorkflowModels { Models = [new WorkflowModel("clip", """{"source":"./own"}""", "w.yaml:1:1")], BatchSize = 3 }, models.Home);

        Assert.True((await scope.CheckAsync("clip", default)).TryGet(out var own, out _));
        Assert.True((await runtime.Home.CheckAsync("clip", default)).TryGet(out var home, out _));

        Assert.Equal((Path.Join(models.Home, "own"), 3), (own.Source, own.BatchSize));
        Assert.Equal((Path.Join(models.Home, "home"), 8), (home.Source, home.BatchSize));
    }

    [Fact]
    public async Task CheckAsync_LargerThanTheWorkflowsLimit_SaysSo()
    {
        using var models = new TestModels("models: { clip: { source: ./clip, memory: 2GB } }");
        models.Write("clip/config.json", """{"model_type":"clip"}""");
        models.Write("clip/onnx/vision_model.onnx", "abc");
        await using var runtime = new ModelRuntime(models.Options, TimeProvider.System);

        using (var scope = runtime.For(new WorkflowModels { MemoryLimit = 1_000_000_000 }, models.Home))
        {
            Assert.True((await scope.CheckAsync("clip", default)).TryGet(out var check, out _));
            Assert.StartsWith("model `clip` needs 2 GB, and all models on cpu may take 1 GB together.", check.TooLarge!.Message, StringComparison.Ordinal);
        }

        Assert.True((await runtime.Home.CheckAsync("clip", default)).TryGet(out var after, out _));
        Assert.Null(after.TooLarge);
    }

    [Fact]
    public async Task For_RegistryChangedMeanwhile_LimitsAreTheNewOnes()
    {
        using var models = new TestModels("memory_limit: 1GB");
        await using var runtime = new ModelRuntime(models.WithDemos, TimeProvider.System);
        Assert.Equal(1_000_000_000, Limit(runtime, "cpu"));

        models.Write("models.yaml", "memory_limit: 3GB\ngpu_memory_limit: 8GB\nmodels: { card: { source: ./demo-clip, device: cuda } }");
        models.Copy("demo-clip");
        using var scope = runtime.For(new WorkflowModels { GpuMemoryLimit = 6_000_000_000 }, models.Home);
        await scope.CheckAsync("card", default);
        await runtime.PinAsync("card", on: true, default);

        Assert.Equal((3_000_000_000, 6_000_000_000), (Limit(runtime, "cpu"), Limit(runtime, "cuda")));
        scope.Dispose();
        Assert.Equal(8_000_000_000, Limit(runtime, "cuda"));
    }

    [Fact]
    public async Task CheckAsync_PinsOfAWorkflow_EndWithIt()
    {
        using var models = new TestModels();
        await using var runtime = new ModelRuntime(models.WithDemos, TimeProvider.System);

        using (var scope = runtime.For(new WorkflowModels { Pinned = ["clip"] }, models.Home))
        {
            await scope.CheckAsync("clip", default);
            await scope.CheckAsync("nima", default);
            Assert.Equal(["clip"], runtime.Snapshot().Models.Where(row => row.Pinned).Select(row => row.Name));
        }

        Assert.DoesNotContain(runtime.Snapshot().Models, row => row.Pinned);
    }

    [Fact]
    public async Task PinAsync_OnAndOff_Shows()
    {
        using var models = new TestModels();
        await using var runtime = new ModelRuntime(models.WithDemos, TimeProvider.System);

        Assert.True((await runtime.PinAsync("clip", on: true, default)).TryGet(out _, out _));
        Assert.True(Assert.Single(runtime.Snapshot().Models).Pinned);
        Assert.True((await runtime.PinAsync("clip", on: false, default)).TryGet(out _, out _));
        Assert.False(Assert.Single(runtime.Snapshot().Models).Pinned);
    }

    [Fact]
    public async Task AskAsync_WrongQuestion_NamesTheKindsThatAnswer()
    {
        using var models = new TestModels("models: { clip: ./clip }");
        models.Write("clip/config.json", """{"model_type":"clip"}""");
        models.Write("clip/onnx/vision_model.onnx", "abc");
        await using var runtime = new ModelRuntime(models.Options, TimeProvider.System);
        Assert.True((await runtime.Home.FindAsync("clip", default)).TryGet(out var clip, out _));

        Assert.False((await runtime.Home.AskAsync(clip, new ScorePicture("/a.jpg"), default)).TryGet(out _, out var failure));

        Assert.Equal("model `clip` is of kind clip and cannot be asked how good a picture is; that takes one of kind nima.", failure.Message);
    }

    [Fact]
    public async Task EndpointAsync_Server_ResolvesItsKey()
    {
        using var models = new TestModels("models: { chat: { source: http://localhost:1/v1, model: m, api_key: KEY }, none: { source: http://localhost:1/v1, api_key: NONE } }");
        await using var runtime = new ModelRuntime(models.Options with { Secrets = name => name == "KEY" ? "word" : null }, TimeProvider.System);
        Assert.True((await runtime.Home.FindAsync("chat", default)).TryGet(out var chat, out _));
        Assert.True((await runtime.Home.FindAsync("none", default)).TryGet(out var none, out _));

        Assert.True((await runtime.Home.EndpointAsync(chat, default)).TryGet(out var endpoint, out _));
        Assert.False((await runtime.Home.EndpointAsync(none, default)).TryGet(out _, out var failure));

        Assert.Equal(("http://localhost:1/v1", "m", "word"), (endpoint.BaseAddress.ToString(), endpoint.Model, endpoint.ApiKey));
        Assert.Equal("ATL5707", failure.Code);
    }

    private static long Limit(ModelRuntime runtime, string device) => runtime.Snapshot().Devices.Single(row => row.Device == device).Limit;

    private static async Task<string> DigestAsync(TestModels models)
    {
        await using var runtime = new ModelRuntime(models.Options, TimeProvider.System);
        return (await runtime.Home.FindAsync("clip", default)).TryGet(out var identity, out var failure) ? identity.Digest : throw new InvalidOperationException(failure.Message);
    }

    private static async Task<StepFailure> FailureAsync(IModels models, string name) =>
        (await models.FindAsync(name, default)).TryGet(out _, out var failure) ? throw new InvalidOperationException("it was found") : failure;
}
