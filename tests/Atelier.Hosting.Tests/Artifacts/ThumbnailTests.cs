using Atelier.Hosting.Artifacts;
using Atelier.Sdk;

namespace Atelier.Hosting.Tests.Artifacts;

public sealed class ThumbnailTests : IDisposable
{
    private static readonly string Picture = "sha256:" + new string('a', 64);
    private readonly TemporaryHome _home = new();
    private readonly FakeTime _time = new();
    private int _made;

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task GetAsync_OfManyAtOnce_MakesOne()
    {
        var held = new TaskCompletionSource();
        var thumbnails = Open(held.Task);

        var asked = Enumerable.Range(0, 50).Select(_ => thumbnails.GetAsync(Picture, 256, static _ => new("picture"), default)).ToArray();
        held.SetResult();
        var answers = await Task.WhenAll(asked);
        var later = await thumbnails.GetAsync(Picture, 256, static _ => throw new InvalidOperationException("it is kept"), default);

        Assert.Equal(1, _made);
        Assert.All(answers, answer => Assert.Equal(later.Path, answer.Path));
        Assert.Equal("256 of picture", await File.ReadAllTextAsync(later.Path!, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task GetAsync_OfABrokenPicture_FailsWithoutAskingAgain()
    {
        var thumbnails = Open(Task.CompletedTask);

        var first = await thumbnails.GetAsync(Picture, 64, static _ => new("broken"), default);
        var second = await thumbnails.GetAsync(Picture, 128, static _ => new("broken"), default);

        Assert.Equal("ATL5501", first.Failure?.Code);
        Assert.Equal("ATL5501", second.Failure?.Code);
        Assert.Equal(1, _made);
        Assert.Empty(Directory.EnumerateFiles(Folder, "incoming-*"));
    }

    [Fact]
    public async Task GetAsync_WhereTheHostIsDown_IsTriedAgain()
    {
        var thumbnails = Open(Task.CompletedTask);

        var down = await thumbnails.GetAsync(Picture, 64, static _ => new("down"), default);
        var up = await thumbnails.GetAsync(Picture, 64, static _ => new("picture"), default);

        Assert.Equal(FailureKind.Unavailable, down.Failure?.Kind);
        Assert.NotNull(up.Path);
    }

    [Fact]
    public async Task GetAsync_OfNothing_SaysThatThereIsNone()
    {
        var none = await Open(Task.CompletedTask).GetAsync(Picture, 64, static _ => new((string?)null), default);

        Assert.Equal(new Thumbnail(null, null), none);
    }

    [Fact]
    public async Task GetAsync_BeyondTheBound_RemovesWhatWasNotAskedForLongest()
    {
        var thumbnails = Open(Task.CompletedTask, mostBytes: 100);
        var digests = Enumerable.Range(0, 20).Select(static number => "sha256:" + number.ToString("x64")).ToArray();
        foreach (var digest in digests)
        {
            await thumbnails.GetAsync(digest, 64, static _ => new("picture"), default);
        }

        var files = Directory.EnumerateFiles(Folder, "*.webp", SearchOption.AllDirectories).ToArray();
        Assert.InRange(files.Sum(static file => new FileInfo(file).Length), 1, 100);
        Assert.NotNull((await thumbnails.GetAsync(digests[^1], 64, static _ => throw new InvalidOperationException("it is kept"), default)).Path);
    }

    private string Folder => Path.Join(_home.Folder, "thumbnails");

    private Thumbnails Open(Task until, long mostBytes = 1_000_000) => new(
        Folder,
        mostBytes,
        async (input, output, size, cancellationToken) =>
        {
            await until;
            Interlocked.Increment(ref _made);
            if (input == "broken")
            {
                return StepFailure.Permanent("ATL5501", "it is cut off");
            }

            if (input == "down")
            {
                return StepFailure.Unavailable("ATL6001", "the host is down", "host:media");
            }

            await File.WriteAllTextAsync(output, $"{size} of {input}", cancellationToken);
            return null;
        },
        _time);
}
