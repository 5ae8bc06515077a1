using Atelier.Actions.Images.Analysis;
using Atelier.Hosts.Media;
using Xunit;

namespace Atelier.Actions.Tests.Images;

public sealed class QualityActionTests(MediaHost host) : ImageTests(host)
{
    public static TheoryData<string> Pictures => new(
        "frida_kahlo", "golden_gate", "hoovertowernight", "picasso_selfport1907", "seated-nude", "shipwreck", "starry_night", "the_scream", "tubingen", "woman-with-hat-matisse");

    [Theory]
    [MemberData(nameof(Pictures))]
    public async Task Quality_GaussianBlurOfRealPicture_SharpnessFallsStrictly(string name)
    {
        var image = await LinkAsync(Find(name));
        var scores = new List<double> { await ScoreAsync(image, "sharpness") };
        foreach (var sigma in new[] { 0.5, 1, 2, 3, 4 })
        {
            var blurred = Made(await SucceedAsync("images.adjust", new { image, blur = sigma, format = "png" }));
            scores.Add(await ScoreAsync(blurred, "sharpness"));
        }

        Assert.True(Falls(scores), string.Join(' ', scores));
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public async Task Quality_ExposureOfRealPicture_RisesStrictly(string name)
    {
        var pixels = await DecodeAsync(Find(name));
        var scores = new List<double>();
        for (var stops = -2.0; stops <= 2; stops += 1)
        {
            scores.Add(await ScoreAsync(Context.Memory.Add(pixels.Expose(stops).ToPng(), "image/png"), "exposure"));
        }

        scores.Reverse();
        Assert.True(Falls(scores), string.Join(' ', scores));
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public async Task Quality_NoiseOnRealPicture_RisesStrictly(string name)
    {
        var pixels = await DecodeAsync(Find(name));
        var scores = new List<double>();
        foreach (var sigma in new[] { 0, 2, 5, 10, 15, 20 })
        {
            scores.Add(await ScoreAsync(Context.Memory.Add(pixels.AddNoise(sigma, seed: 7).ToPng(), "image/png"), "noise"));
        }

        scores.Reverse();
        Assert.True(Falls(scores), string.Join(' ', scores));
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public async Task Quality_RealPicture_AllScoresAreBetween0And10(string name)
    {
        var output = await SucceedAsync("images.quality", new { image = await LinkAsync(Find(name)) });
        TestContext.Current.TestOutputHelper?.WriteLine($"{name} {output}");
        Assert.All(output.EnumerateObject(), score => Assert.InRange(score.Value.GetDouble(), 0, 10));
    }

    [Fact]
    public async Task Quality_ContrastHalved_ContrastScoreHalves()
    {
        var pattern = Pattern(300, 200);
        var full = await ScoreAsync(Context.Memory.Add(pattern.ToPng(), "image/png"), "contrast");
        var half = await ScoreAsync(Context.Memory.Add(pattern.Map((value, _) => 64 + (value / 2.0)).ToPng(), "image/png"), "contrast");
        Assert.InRange(half, full * 0.45, full * 0.55);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 50)]
    [InlineData(17, 17)]
    public void Measure_TinyOrFlatPicture_HasScores(int width, int height)
    {
        var quality = PictureQuality.Measure(Plane.From(new PicturePixels(width, height, 1, [.. Enumerable.Repeat((byte)128, width * height)])));
        Assert.Equal((0, 0, 0), (quality.Sharpness, quality.Contrast, quality.Noise));
        Assert.Equal(5.02, quality.Exposure, 0.01);
    }

    [Fact]
    public void Measure_NoiseOfKnownDeviation_IsEstimated()
    {
        var flat = new Pixels(512, 512, [.. Enumerable.Repeat((byte)128, 512 * 512 * 3)]).AddNoise(10, seed: 3);
        var plane = new Plane(512, 512, [.. Enumerable.Range(0, 512 * 512).Select(i => (float)flat.Rgb[i * 3])]);
        Assert.InRange(NoiseEstimate.Deviation(plane), 9, 11);
    }

    private static string Find(string name) => SharedPictures.Art().Single(path => Path.GetFileNameWithoutExtension(path) == name);

    private static bool Falls(List<double> scores) => scores.Zip(scores.Skip(1)).All(pair => pair.First > pair.Second);

    private async Task<double> ScoreAsync(Atelier.Sdk.Artifact image, string score) =>
        (await SucceedAsync("images.quality", new { image })).GetProperty(score).GetDouble();
}
