using Atelier.Models.Registry;
using Atelier.Sdk.Models;
using Xunit;

namespace Atelier.Models.Tests.Registry;

public sealed class RegistryReaderTests
{
    [Fact]
    public void Read_AllKeys_AreThere()
    {
        var registry = Read("""
            memory_limit: 6GB
            gpu_memory_limit: 8GiB
            idle: 5m
            max_memory_wait: 30s
            window: 4s
            models:
              clip: ./clip
              small:
                source: hub:org/small
                kind: feature-extraction
                device: cuda
                memory: 600MB
                threads: 2
                batch_size: 16
                max_wait: 10ms
                pin: true
                preload: true
                idle: 1h
                labels: [a, b]
                options: { dtype: q8, size: [1, 2.5], on: true }
              faces: { source: faces.onnx }
              chat:
                source: http://127.0.0.1:11434/v1
                model: llava
                api_key: secret:OPENAI_KEY
                prices: { input: 0.15, output: 0.6 }
                limits: { requests_per_minute: 60 }
            """);

        Assert.Empty(registry.Mistakes);
        Assert.Equal(new MemoryLimits { Memory = 6_000_000_000, GpuMemory = 8L << 30, Idle = TimeSpan.FromMinutes(5), MaxWait = TimeSpan.FromSeconds(30), Window = TimeSpan.FromSeconds(4) }, registry.Limits);
        Assert.Equal(new ModelSource.Folder("/base/clip"), registry.Models["clip"].Source);
        Assert.Equal("models.yaml:7:3", registry.Models["clip"].Where);
        var small = registry.Models["small"];
        Assert.Equal(new ModelSource.Hub("org/small", "/hub/org/small"), small.Source);
        Assert.Equal((ModelKind.FeatureExtraction, "cuda", 600_000_000, 2, 16), (small.Kind, small.Device, small.Memory, small.Threads, small.BatchSize));
        Assert.Equal((TimeSpan.FromMilliseconds(10), true, true, TimeSpan.FromHours(1)), (small.MaxWait, small.Pin, small.Preload, small.Idle));
        Assert.Equal("""{"dtype":"q8","size":[1,2.5],"on":true}""", small.Options?.GetRawText());
        Assert.Equal(["a", "b"], small.Labels);
        Assert.Equal(ModelKind.Onnx, registry.Models["faces"].Kind);
        var chat = registry.Models["chat"];
        Assert.Equal((ModelKind.Openai, "llava", "OPENAI_KEY"), (chat.Kind, chat.ServerModel, chat.KeySecret));
        Assert.Equal(new ModelPrices(0.15m, 0.6m), chat.Prices);
        Assert.Equal(new ModelRateLimits(60, null), chat.RateLimits);
    }

    [Theory]
    [InlineData("models: { a: { source: x, batch: 3 } }", "models.yaml:1:27: `batch` is no key of a model.")]
    [InlineData("models: { a: { source: x, kind: clipp } }", "models.yaml:1:33: there is no kind `clipp`. Did you mean `clip`?")]
    [InlineData("models: { a: { kind: clip } }", "models.yaml:1:11: model `a` has no `source`")]
    [InlineData("models: { a: { source: x, memory: much } }", "models.yaml:1:35: `memory` must be a size such as `600MB` or `6GB`")]
    [InlineData("models: { a: { source: x, api_key: sk-12345 } }", "models.yaml:1:36: `api_key` is the name of a secret")]
    [InlineData("memory_limits: 3", "models.yaml:1:1: `memory_limits` is no key of a registry. Did you mean `memory_limit`?")]
    [InlineData("models: { a: ] }", "models.yaml:1:14: this is no YAML")]
    [InlineData("- 1", "models.yaml:1:1: a registry is a map")]
    public void Read_Mistake_IsToldAtItsPlace(string text, string start)
    {
        var mistake = Assert.Single(Read(text).Mistakes);
        Assert.StartsWith(start, mistake.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SeveralMistakes_AreAllTold()
    {
        var registry = Read("models: { a: { source: x, pin: maybe, threads: 0 }, b: ./b }\nidle: long");

        Assert.Equal(3, registry.Mistakes.Count);
        Assert.Equal(["b"], registry.Models.Keys);
    }

    [Fact]
    public void ReadModel_OfAWorkflow_TellsItsPlace()
    {
        var (good, _) = RegistryReader.ReadModel("a", """{"source":"./a","batch_size":4}""", "w.yaml:3:5", "/base", "/hub");
        var (bad, mistakes) = RegistryReader.ReadModel("a", """{"source":"./a","batch_size":0}""", "w.yaml:3:5", "/base", "/hub");

        Assert.Equal(("w.yaml:3:5", 4), (good?.Where, good?.BatchSize));
        Assert.Null(bad);
        Assert.StartsWith("w.yaml:3:5", Assert.Single(mistakes).ToString(), StringComparison.Ordinal);
    }

    private static ModelRegistry Read(string text) => RegistryReader.Read(text, "models.yaml", "/base", "/hub");
}
