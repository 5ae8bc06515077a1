using System.Text.Json;
using Atelier.Actions.Tests.Images;
using Atelier.Sdk;
using Xunit;

namespace Atelier.Actions.Tests.Vision;

/// <summary>What the tests of the family have in common: a context with models, pictures, and running actions by name.</summary>
public abstract class VisionTests(MediaHost host) : IDisposable
{
    private protected FakeContext Context { get; } = new();

    private protected FakeModels Models { get; } = new();

    public void Dispose()
    {
        Context.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected IAction Find(string name) => ActionRuns.Find(name, new ActionServices { Media = host.Pool });

    private protected ValueTask<ActionResult<JsonElement>> RunAsync(string name, object input)
    {
        Context.Answering = Models;
        return Find(name).ExecuteAsync(ActionRuns.ToJson(input), Context, TestContext.Current.CancellationToken);
    }

    private protected async Task<JsonElement> SucceedAsync(string name, object input)
    {
        var result = await RunAsync(name, input);
        return Assert.IsType<ActionResult<JsonElement>.Succeeded>(result).Output;
    }

    private protected async Task<JsonElement> EmptyAsync(string name, object input) =>
        Assert.IsType<ActionResult<JsonElement>.Empty>(await RunAsync(name, input)).Output;

    private protected async Task<string> RejectAsync(string name, object input) =>
        Assert.IsType<ActionResult<JsonElement>.Rejected>(await RunAsync(name, input)).Reason;

    private protected async Task<StepFailure> FailAsync(string name, object input) =>
        Assert.IsType<ActionResult<JsonElement>.Failed>(await RunAsync(name, input)).Failure;

    private protected Task<IReadOnlyDictionary<string, string>> FingerprintAsync(string name, object input)
    {
        Context.Answering = Models;
        return Find(name).GetFingerprintPartsAsync(ActionRuns.ToJson(input), Context, TestContext.Current.CancellationToken).AsTask();
    }

    /// <summary>Something whose bytes no test looks at.</summary>
    private protected Artifact Photo(string name = "photo.jpg") => Context.Memory.Add(name, "image/jpeg", name);

    private protected static double Number(JsonElement value, string name) => value.GetProperty(name).GetDouble();

    private protected static string[] Texts(JsonElement value) => [.. value.EnumerateArray().Select(item => item.GetString()!)];

    /// <summary>Skips when the media host is not built.</summary>
    private protected void NeedsHost() => host.Find("images.info");
}
