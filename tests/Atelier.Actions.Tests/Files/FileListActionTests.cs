using System.Text;
using System.Text.Json;
using Atelier.Sdk;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Atelier.Actions.Tests.Files;

public sealed class FileListActionTests : IDisposable
{
    private readonly FakeContext _context = new();

    [Fact]
    public async Task Rows_AreArtifactsWithTheirPlace()
    {
        var path = _context.File("in/A b.JPG", "bytes");

        var row = Assert.Single(await ListAsync(new { path = "in" }));

        Assert.Equal("A b.JPG", row.Key);
        Assert.True(ActionJson.TryRead<Artifact>(row.Value, out var artifact, out _));
        Assert.Equal(("image/jpeg", "A b.JPG", 5L, path), (artifact.MediaType, artifact.Name, artifact.Size, artifact.Path));
        Assert.Equal(_context.Memory.Add("bytes").Digest, artifact.Digest);
        Assert.Equal("A b.JPG", row.Value.GetProperty("relative").GetString());
        Assert.Equal("jpg", row.Value.GetProperty("extension").GetString());
        Assert.Equal(File.GetLastWriteTimeUtc(path), row.Value.GetProperty("modified").GetDateTimeOffset().UtcDateTime);
    }

    [Fact]
    public async Task Rows_WithoutDigest_HoldOnlyNames()
    {
        _context.File("in/a.txt", "x");

        var row = Assert.Single(await ListAsync(new { path = "in", digest = false }));

        Assert.False(row.Value.TryGetProperty("$artifact", out _));
        Assert.Equal(1, row.Value.GetProperty("size").GetInt64());
    }

    [Fact]
    public async Task Order_IsOrdinalByNames()
    {
        string[] names = ["b/1", "a.txt", "a/2", "a/10", "a-b/1", "Z", "é", "a/b/c", "b,\"x\ny", "🎨.png"];
        foreach (var name in names)
        {
            _context.File("in/" + name, name);
        }

        var keys = (await ListAsync(new { path = "in" })).ConvertAll(row => row.Key);

        Assert.Equal(["Z", "a/10", "a/2", "a/b/c", "a-b/1", "a.txt", "b/1", "b,\"x\ny", "é", "🎨.png"], keys);
    }

    [Fact]
    public async Task MatchAndExclude_ChooseFilesAndFolders()
    {
        foreach (var name in new[] { "a.jpg", "b.png", "c.txt", "node_modules/d.jpg", "x/e.jpeg", "x/.hidden.jpg", ".git/f.jpg" })
        {
            _context.File("in/" + name, name);
        }

        var rows = await ListAsync(new { path = "in", match = new[] { "**/*.{jpg,jpeg}", "*.png" }, exclude = "node_modules" });

        Assert.Equal(["a.jpg", "b.png", "x/e.jpeg"], rows.ConvertAll(row => row.Key));
    }

    [Fact]
    public async Task NotRecursive_StaysInTheFolder()
    {
        _context.File("in/a", "");
        _context.File("in/x/b", "");

        Assert.Equal("a", Assert.Single(await ListAsync(new { path = "in", recursive = false })).Key);
    }

    [Fact]
    public async Task Hidden_ListsDotFiles()
    {
        _context.File("in/.a/b", "");

        Assert.Equal(".a/b", Assert.Single(await ListAsync(new { path = "in", hidden = true })).Key);
    }

    [Fact]
    public async Task Links_ArePassedOverAndSaid()
    {
        Link("in/link.txt", _context.File("out/a.txt", ""));

        Assert.Empty(await ListAsync(new { path = "in" }));
        Assert.Contains("follow_links", Assert.Single(_context.Lines).Message);
    }

    [Fact]
    public async Task Links_ThatLoop_EndWhenFollowed()
    {
        _context.File("in/a/one.txt", "");
        _context.File("in/b/two.txt", "");
        Link("in/a/to-b", "../b");
        Link("in/b/to-a", "../a");
        Link("in/self", ".");

        var keys = (await ListAsync(new { path = "in", follow_links = true })).ConvertAll(row => row.Key);

        Assert.Equal(["a/one.txt", "a/to-b/two.txt", "b/to-a/one.txt", "b/two.txt"], keys);
    }

    [Fact]
    public async Task Pages_AreTheSameFromTheirCursorAloneAsInARow()
    {
        for (var i = 0; i < 2_500; i++)
        {
            _context.File($"in/{i % 7}/{i}.txt", "");
        }

        var inARow = await ListAsync(new { path = "in", digest = false });
        var alone = new List<string>();
        string? cursor = null;
        do
        {
            // A new instance holds no reader: only the cursor carries on.
            var page = Assert.IsType<ActionResult<SourcePage>.Succeeded>(await _context.PageAsync("files.list", new { path = "in", digest = false }, cursor)).Output;
            alone.AddRange(page.Rows.Select(row => row.Key));
            cursor = page.Cursor;
        }
        while (cursor is not null);

        Assert.Equal(2_500, inARow.Count);
        Assert.Equal(inARow.ConvertAll(row => row.Key), alone);
    }

    [Fact]
    public void Cursor_AtAnyFile_GoesOnBehindIt() =>
        Prop.ForAll(Gen.Choose(0, 60).ToArbitrary(), Gen.Choose(1, 10_000).ToArbitrary(), (skip, seed) =>
        {
            using var context = new FakeContext();
            var random = new Random(seed);
            var names = Enumerable.Range(0, 40).Select(_ => string.Join('/', Enumerable.Range(0, random.Next(1, 4)).Select(_ => "abAB-.é"[random.Next(7)] + "x" + random.Next(3)))).Distinct().ToList();
            var made = new List<string>();
            foreach (var name in names.Where(name => !names.Any(other => other.StartsWith(name + "/", StringComparison.Ordinal))))
            {
                context.File("in/" + name, "");
                made.Add(name);
            }

            var visible = made.Where(name => !name.Split('/').Any(part => part.StartsWith('.')))
                .OrderBy(name => name, Comparer<string>.Create(ComparePaths)).ToList();
            var all = context.ReadAllAsync("files.list", new { path = "in", digest = false }).GetAwaiter().GetResult().ConvertAll(row => row.Key);
            if (visible.Count == 0 || !all.SequenceEqual(visible))
            {
                return visible.Count == 0;
            }

            var at = visible[skip % visible.Count];
            File.Delete(Path.Join(context.BaseFolder, "in", at));
            var rest = Assert.IsType<ActionResult<SourcePage>.Succeeded>(context.PageAsync("files.list", new { path = "in", digest = false }, at).AsTask().GetAwaiter().GetResult()).Output;
            return rest.Rows.Select(row => row.Key).SequenceEqual(visible.Skip((skip % visible.Count) + 1));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public async Task LongPaths_KeepDistinctKeysWithinTheLimit()
    {
        var folder = string.Join('/', Enumerable.Repeat(new string('ü', 100), 2));
        _context.File($"in/{folder}/a.txt", "");
        _context.File($"in/{folder}/b.txt", "");

        var keys = (await ListAsync(new { path = "in" })).ConvertAll(row => row.Key);

        Assert.Equal(2, keys.Distinct().Count());
        Assert.All(keys, key => Assert.InRange(Encoding.UTF8.GetByteCount(key), 1, 255));
    }

    [Fact]
    public async Task MissingFolder_FailsWithItsPath()
    {
        var failure = await PageFailureAsync(new { path = "nowhere" });

        Assert.Equal(("ATL5101", FailureKind.Permanent), (failure.Code, failure.Kind));
        Assert.Contains(Path.Join(_context.BaseFolder, "nowhere"), failure.Message);
    }

    [Fact]
    public async Task FileInsteadOfAFolder_SaysSo()
    {
        _context.File("a.txt", "");

        Assert.Contains("files.read", (await PageFailureAsync(new { path = "a.txt" })).Message);
    }

    [Fact]
    public async Task BrokenPattern_IsNamed() =>
        Assert.Contains("{a", (await PageFailureAsync(new { path = ".", match = "{a" })).Message);

    [Fact]
    public async Task ForbiddenFolder_FailsAndNamesIt()
    {
        Assert.SkipWhen(Environment.UserName == "root", "root reads every folder");
        _context.File("in/closed/a.txt", "");
        var closed = Path.Join(_context.BaseFolder, "in/closed");
        File.SetUnixFileMode(closed, UnixFileMode.None);

        var failure = await PageFailureAsync(new { path = "in" });
        File.SetUnixFileMode(closed, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        Assert.Equal("ATL5102", failure.Code);
        Assert.Contains(closed, failure.Message);
    }

    public void Dispose() => _context.Dispose();

    private static int ComparePaths(string left, string right)
    {
        var (a, b) = (left.Split('/'), right.Split('/'));
        for (var i = 0; i < Math.Min(a.Length, b.Length); i++)
        {
            var order = Encoding.UTF8.GetBytes(a[i]).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b[i]));
            if (order != 0)
            {
                return order;
            }
        }

        return a.Length - b.Length;
    }

    private Task<List<SourceRow>> ListAsync(object input) => _context.ReadAllAsync("files.list", JsonSerializer.SerializeToElement(input));

    private async Task<StepFailure> PageFailureAsync(object input) =>
        Assert.IsType<ActionResult<SourcePage>.Failed>(await _context.PageAsync("files.list", input)).Failure;

    private void Link(string relative, string target)
    {
        var path = Path.Join(_context.BaseFolder, relative);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.CreateSymbolicLink(path, target);
    }
}
