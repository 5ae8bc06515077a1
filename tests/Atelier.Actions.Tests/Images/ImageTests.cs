using System.Text.Json;
using Atelier.Hosts.Media;
using Atelier.Sdk;
using Xunit;

namespace Atelier.Actions.Tests.Images;

/// <summary>What the tests of the family have in common: a context, the host, and running actions by name.</summary>
public abstract class ImageTests(MediaHost host) : IDisposable
{
    private protected FakeContext Context { get; } = new();

    private protected MediaHost Host => host;

    private protected MediaHostPool Pool => host.Pool;

    public void Dispose()
    {
        Context.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected ValueTask<ActionResult<JsonElement>> RunAsync(string name, object input, FakeContext? context = null) =>
        host.Find(name).ExecuteAsync(ActionRuns.ToJson(input), context ?? Context, TestContext.Current.CancellationToken);

    private protected async Task<JsonElement> SucceedAsync(string name, object input)
    {
        var result = await RunAsync(name, input);
        return result switch
        {
            ActionResult<JsonElement>.Succeeded done => done.Output,
            ActionResult<JsonElement>.Empty done => done.Output,
            _ => throw new Xunit.Sdk.XunitException($"{name}: {result}"),
        };
    }

    private protected async Task<StepFailure> FailAsync(string name, object input) =>
        Assert.IsType<ActionResult<JsonElement>.Failed>(await RunAsync(name, input)).Failure;

    private protected static Artifact Made(JsonElement output, string field = "image") =>
        output.GetProperty(field).Deserialize<Artifact>(ActionJson.Options)!;

    private protected async Task<Artifact> LinkAsync(string path) => await Context.Memory.LinkAsync(path, "image/jpeg", default);

    /// <summary>Decodes a picture at up to 640 pixels a side.</summary>
    private protected async Task<Pixels> DecodeAsync(string path)
    {
        var result = await Pool.PixelsAsync(new PixelsRequest(path, 640, 640, 3, Exact: false), default);
        Assert.True(result.TryGet(out var pixels, out var failure), failure?.Message);
        return new Pixels(pixels.Width, pixels.Height, pixels.Pixels);
    }

    /// <summary>A picture of slopes and stripes.</summary>
    private protected static Pixels Pattern(int width = 120, int height = 80)
    {
        var rgb = new byte[width * height * 3];
        for (var i = 0; i < width * height; i++)
        {
            var (x, y) = (i % width, i / width);
            rgb[i * 3] = (byte)(255 * x / width);
            rgb[(i * 3) + 1] = (byte)(255 * y / height);
            rgb[(i * 3) + 2] = (byte)(((x * 7) + (y * 13)) % 256);
        }

        return new Pixels(width, height, rgb);
    }

    private protected Artifact PatternPng(string name = "pattern.png") => Context.Memory.Add(Pattern().ToPng(), "image/png", name);
}
