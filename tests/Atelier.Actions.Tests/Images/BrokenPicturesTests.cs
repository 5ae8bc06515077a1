using System.Diagnostics;
using System.Text.Json;
using Atelier.Actions.Images;
using Atelier.Hosts.Media;
using Atelier.Sdk;
using Xunit;

namespace Atelier.Actions.Tests.Images;

public sealed class BrokenPicturesTests(MediaHost host) : ImageTests(host)
{
    private static readonly string[] Actions = ["images.convert", "images.crop", "images.adjust", "images.quality", "images.palette", "images.hash"];

    public static TheoryData<string, string> Broken => new()
    {
        { "cut", "ATL5501" },
        { "empty", "ATL5501" },
        { "text", "ATL5502" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task AnyAction_BrokenPicture_FailsAloneWithItsReason(string kind, string code)
    {
        var whole = Pattern(400, 300).AddNoise(20, 1).ToPng();
        var broken = Context.Memory.Add(kind switch { "cut" => whole[..(whole.Length / 2)], "empty" => [], _ => "no picture"u8.ToArray() }, "image/png", "a.png");
        foreach (var action in Actions)
        {
            // Each body has a work folder of its own.
            using var other = new FakeContext();
            var good = RunAsync(action, new { image = other.Memory.Add(Pattern().ToPng(), "image/png") }, other);
            var results = await Task.WhenAll(RunAsync(action, new { image = broken }).AsTask(), good.AsTask());
            var failure = Assert.IsType<ActionResult<JsonElement>.Failed>(results[0]).Failure;
            Assert.Equal((FailureKind.Permanent, code), (failure.Kind, failure.Code));
            Assert.IsType<ActionResult<JsonElement>.Succeeded>(results[1]);
        }

        Assert.Equal(code, (await FailAsync("images.info", new { image = broken, verify = true })).Code);
    }

    [Fact]
    public async Task Actions_EveryPrefixOfAJpeg_FailsOrSucceedsAndTheHostLivesOn()
    {
        var jpeg = Context.Memory.Bytes(Made(await SucceedAsync("images.convert", new { image = PatternPng(), format = "jpeg" })));
        var pid = Assert.Single(Pool.ProcessIds);
        for (var length = 0; length < jpeg.Length; length += 97)
        {
            var failure = await FailAsync("images.hash", new { image = Context.Memory.Add(jpeg[..length], "image/jpeg") });
            Assert.Equal(FailureKind.Permanent, failure.Kind);
        }

        Assert.Equal(pid, Assert.Single(Pool.ProcessIds));
    }

    [Fact]
    public async Task Actions_HostKilledInTheMiddle_CostsNoItem()
    {
        await using var pool = Host.NewPool();
        var convert = ImageActions.All(pool).Single(action => action.Name == "images.convert");
        var done = 0;
        var runs = Enumerable.Range(0, 60).Select(async _ =>
        {
            using var context = new FakeContext();
            var image = context.Memory.Add(Pattern(600, 400).ToPng(), "image/png");
            var result = await convert.ExecuteAsync(ActionRuns.ToJson(new { image, width = 300, format = "webp" }), context, default);
            // Every fifth picture, a host is killed while others are in it.
            if (Interlocked.Increment(ref done) % 5 == 0)
            {
                KillAny(pool);
            }

            return result;
        }).ToList();
        Assert.All(await Task.WhenAll(runs), result => Assert.IsType<ActionResult<JsonElement>.Succeeded>(result));
    }

    private static void KillAny(MediaHostPool pool)
    {
        foreach (var pid in pool.ProcessIds)
        {
            try
            {
                Process.GetProcessById(pid).Kill();
            }
            catch (ArgumentException)
            {
                // It ended by itself meanwhile.
            }
        }
    }
}
