using Atelier.Actions.Images.Analysis;
using Atelier.Actions.Images.Edits;
using Atelier.Hosts.Media;
using Xunit;

namespace Atelier.Actions.Tests.Images.Edits;

public sealed class StraightenAngleTests(MediaHost host) : ImageTests(host)
{
    private const string House = """
        <svg xmlns="http://www.w3.org/2000/svg" width="900" height="600"><rect width="900" height="600" fill="#9bbcd8"/><rect y="420" width="900" height="180" fill="#5d7a45"/>
        <rect x="200" y="150" width="500" height="300" fill="#c9a27c"/><g fill="#30343c"><rect x="240" y="190" width="70" height="90"/><rect x="360" y="190" width="70" height="90"/>
        <rect x="480" y="190" width="70" height="90"/><rect x="600" y="190" width="70" height="90"/><rect x="420" y="330" width="80" height="120"/></g><circle cx="800" cy="90" r="50" fill="#f4e04d"/></svg>
        """;

    private const string Sea = """
        <svg xmlns="http://www.w3.org/2000/svg" width="900" height="600"><defs><linearGradient id="g" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#7fb0e0"/><stop offset="1" stop-color="#e8d8c0"/></linearGradient></defs>
        <rect width="900" height="600" fill="url(#g)"/><rect y="350" width="900" height="250" fill="#1f4e6b"/><ellipse cx="250" cy="120" rx="90" ry="30" fill="#ffffff"/><ellipse cx="620" cy="180" rx="120" ry="40" fill="#f4f4f4"/></svg>
        """;

    [Theory]
    [InlineData(House, 5)]
    [InlineData(House, -5)]
    [InlineData(House, 2.3)]
    [InlineData(House, -0.7)]
    [InlineData(House, 0)]
    [InlineData(Sea, 5)]
    [InlineData(Sea, -5)]
    [InlineData(Sea, 1.5)]
    public async Task Measure_PictureTurnedByAKnownAngle_FindsItWithinHalfADegree(string drawing, double degrees)
    {
        var plane = await TurnedAsync(drawing, degrees, noise: 8);
        var found = StraightenAngle.Measure(plane, 10);
        Assert.NotNull(found);
        Assert.Equal(-degrees, found.Value, 0.5);
    }

    [Fact]
    public async Task Measure_RealPhoto_FindsTheTurnThatWasMade()
    {
        var path = SharedPictures.Art().SingleOrDefault(file => Path.GetFileNameWithoutExtension(file) == "tubingen");
        Assert.SkipWhen(path is null, "there is no such photo");
        var level = StraightenAngle.Measure(await PlaneAsync(path!, 0), 10);
        foreach (var degrees in new[] { -5, 5 })
        {
            var found = StraightenAngle.Measure(await PlaneAsync(path!, degrees), 12);
            Assert.True(found is not null && Math.Abs(found.Value - ((level ?? 0) - degrees)) < 0.6, $"{level} then {found} for {degrees}");
        }
    }

    [Fact]
    public void Measure_NothingButNoiseOrNothing_IsNull()
    {
        var noise = new Pixels(400, 300, [.. Enumerable.Repeat((byte)128, 400 * 300 * 3)]).AddNoise(40, seed: 4);
        Assert.Null(StraightenAngle.Measure(new Plane(400, 300, [.. Enumerable.Range(0, 400 * 300).Select(i => (float)noise.Rgb[i * 3])]), 10));
        Assert.Null(StraightenAngle.Measure(new Plane(400, 300, new float[400 * 300]), 10));
        Assert.Null(StraightenAngle.Measure(new Plane(10, 10, new float[100]), 10));

        // Rings have all directions alike.
        var rings = Enumerable.Range(0, 400 * 400).Select(i => 128 + (100 * (float)Math.Sin(Math.Sqrt((((i % 400) - 200.0) * ((i % 400) - 200.0)) + (((i / 400) - 200.0) * ((i / 400) - 200.0))) / 8))).ToArray();
        Assert.Null(StraightenAngle.Measure(new Plane(400, 400, rings), 10));
    }

    private async Task<Plane> TurnedAsync(string drawing, double degrees, double noise)
    {
        var svg = Context.Memory.Add(drawing, "image/svg+xml", "a.svg");
        var drawn = Made(await SucceedAsync("images.convert", new { image = svg, format = "png" }));
        var plane = await PlaneAsync(await Context.Memory.GetPathAsync(drawn, default), degrees);
        var rgb = plane.Values.SelectMany(value => new[] { (byte)value, (byte)value, (byte)value }).ToArray();
        var noisy = new Pixels(plane.Width, plane.Height, rgb).AddNoise(noise, seed: 2);
        return new Plane(plane.Width, plane.Height, [.. Enumerable.Range(0, plane.Width * plane.Height).Select(i => (float)noisy.Rgb[i * 3])]);
    }

    /// <summary>Turned by the host, and the middle without corners cut out.</summary>
    private async Task<Plane> PlaneAsync(string path, double degrees)
    {
        Host.Find("images.info");
        var info = await Pool.InfoAsync(new InfoRequest(path), default);
        Assert.True(info.TryGet(out var picture, out _));
        var frame = EditedFrame.Inside(picture.Width, picture.Height, degrees).Whole();
        var output = Path.Join(Context.WorkFolder, "turned.png");
        var request = new RenderRequest(path, output, "png") { Straighten = degrees == 0 ? null : degrees, Crop = new CropArea(frame.Left, frame.Top, frame.Width, frame.Height, "pixels", Clamp: true) };
        Assert.True((await Pool.RenderAsync(request, default)).TryGet(out _, out var failure), failure?.Message);
        var decoded = await Pool.PixelsAsync(new PixelsRequest(output, StraightenAngle.Side, StraightenAngle.Side, 1, Exact: false), default);
        Assert.True(decoded.TryGet(out var pixels, out _));
        return Plane.From(pixels);
    }
}
