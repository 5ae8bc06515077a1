using System.Text;
using System.Text.Json;
using Atelier.Sdk;
using Xunit;
using static Atelier.Actions.Tests.ActionRuns;

namespace Atelier.Actions.Tests.Files;

public sealed class FileActionsTests : IDisposable
{
    private readonly FakeContext _context = new();

    [Fact]
    public async Task Read_Text_DropsTheByteOrderMark()
    {
        _context.File("a.txt", "\uFEFFgrün");

        Assert.Equal("grün", (await _context.SucceedAsync("files.read", """{"path":"a.txt"}""")).GetString());
    }

    [Fact]
    public async Task Read_Json_YieldsTheValue()
    {
        _context.File("a.json", """{"a":[1]}""");

        Assert.Equal("[1]", (await _context.SucceedAsync("files.read", """{"path":"a.json","as":"json"}""")).GetProperty("a").GetRawText());
    }

    [Fact]
    public async Task Read_Artifact_RefersToTheFile()
    {
        var path = _context.File("a.png", "x");

        var output = await _context.SucceedAsync("files.read", """{"path":"a.png","as":"artifact"}""");

        Assert.Equal((path, "image/png"), (output.GetProperty("path").GetString(), output.GetProperty("mediaType").GetString()));
    }

    [Fact]
    public async Task Read_OfAnArtifact_YieldsItsText()
    {
        var artifact = _context.Memory.Add("stored");

        Assert.Equal("stored", (await _context.SucceedAsync("files.read", new { file = artifact })).GetString());
    }

    [Theory]
    [InlineData("{}", "ATL5001")]
    [InlineData("""{"path":"gone.txt"}""", "ATL5101")]
    [InlineData("""{"path":"."}""", "ATL5102")]
    [InlineData("""{"path":"latin.txt"}""", "ATL5105")]
    [InlineData("""{"path":"broken.json","as":"json"}""", "ATL5105")]
    [InlineData("""{"path":"large.txt"}""", "ATL5105")]
    public async Task Read_OfWhatCannotBeRead_FailsWithItsCode(string input, string code)
    {
        File.WriteAllBytes(Path.Join(_context.BaseFolder, "latin.txt"), [0x67, 0xFC]);
        _context.File("broken.json", "{\"a\":\n[1,");
        _context.File("large.txt", new string('x', (8 << 20) + 1));

        var failure = await _context.FailAsync("files.read", input);

        Assert.Equal((code, FailureKind.Permanent), (failure.Code, failure.Kind));
    }

    [Fact]
    public async Task Read_Latin1_WhenAsked()
    {
        File.WriteAllBytes(Path.Join(_context.BaseFolder, "latin.txt"), [0x67, 0xFC]);

        Assert.Equal("gü", (await _context.SucceedAsync("files.read", """{"path":"latin.txt","encoding":"latin1"}""")).GetString());
    }

    [Theory]
    [InlineData("\"text, as it stands\"", "text, as it stands")]
    [InlineData("{\"a\":\"ü\"}", "{\n  \"a\": \"ü\"\n}\n")]
    [InlineData("7", "7\n")]
    public async Task Write_WritesTextAndValues(string content, string expected)
    {
        var output = await _context.SucceedAsync("files.write", $$"""{"path":"out/deep/a.txt","content":{{content}}}""");

        var path = Path.Join(_context.BaseFolder, "out/deep/a.txt");
        Assert.Equal(expected, File.ReadAllText(path));
        Assert.Equal(_context.Memory.Add(expected).Digest, output.GetProperty("$artifact").GetString());
        Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public async Task Write_OfAnArtifact_WritesItsBytes()
    {
        byte[] bytes = [0, 255, 10, 13];

        await _context.SucceedAsync("files.write", new { path = "a.bin", content = _context.Memory.Add(bytes) });

        Assert.Equal(bytes, File.ReadAllBytes(Path.Join(_context.BaseFolder, "a.bin")));
    }

    [Fact]
    public async Task Write_OfAMissingArtifact_LeavesTheOldFile()
    {
        var path = _context.File("a.bin", "old");
        var missing = new Artifact { Digest = "sha256:" + new string('0', 64), MediaType = "text/plain" };

        await Assert.ThrowsAsync<ArtifactException>(() => _context.RunAsync("files.write", new { path = "a.bin", content = missing }).AsTask());

        Assert.Equal("old", File.ReadAllText(path));
        Assert.Single(Directory.GetFiles(_context.BaseFolder));
    }

    [Fact]
    public async Task Write_OverAnExistingFile_IsRefusedWhenAsked()
    {
        _context.File("a.txt", "old");

        Assert.Equal("ATL5106", (await _context.FailAsync("files.write", """{"path":"a.txt","content":"new","overwrite":false}""")).Code);
    }

    [Fact]
    public async Task Write_ToAFolder_IsRefused() =>
        Assert.Equal("ATL5102", (await _context.FailAsync("files.write", """{"path":".","content":"new"}""")).Code);

    [Fact]
    public async Task Write_ToAReadOnlyFolder_IsRefused()
    {
        Assert.SkipWhen(Environment.UserName == "root", "root writes to every folder");
        File.SetUnixFileMode(_context.BaseFolder, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var failure = await _context.FailAsync("files.write", """{"path":"a.txt","content":"new"}""");
        File.SetUnixFileMode(_context.BaseFolder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        Assert.Equal("ATL5102", failure.Code);
    }

    [Fact]
    public async Task Write_StillHolds_UntilTheFileChanges()
    {
        var input = Json("""{"path":"a.txt","content":"new"}""");
        var action = Find("files.write");
        var output = await _context.SucceedAsync("files.write", input);

        Assert.True(await action.StillHoldsAsync(input, output, _context, CancellationToken.None));
        _context.File("a.txt", "changed");
        Assert.False(await action.StillHoldsAsync(input, output, _context, CancellationToken.None));
        File.Delete(Path.Join(_context.BaseFolder, "a.txt"));
        Assert.False(await action.StillHoldsAsync(input, output, _context, CancellationToken.None));
    }

    [Fact]
    public async Task Copy_PutsTheBytesUnderTheirName()
    {
        var artifact = _context.Memory.Add("bytes", "image/png", "a,\"b\n🎨.png");

        var output = await _context.SucceedAsync("files.copy", new { file = artifact, folder = "out" });

        Assert.Equal("bytes", File.ReadAllText(Path.Join(_context.BaseFolder, "out", "a,\"b\n🎨.png")));
        Assert.Equal(artifact.Digest, output.GetProperty("$artifact").GetString());
        Assert.True(await Find("files.copy").StillHoldsAsync(ToJson(new { file = artifact, folder = "out" }), output, _context, CancellationToken.None));
    }

    [Theory]
    [InlineData("../a.png")]
    [InlineData("x/../../a.png")]
    [InlineData("")]
    [InlineData("x/")]
    [InlineData("..")]
    public async Task Copy_OutOfTheFolder_IsRefused(string name)
    {
        var failure = await _context.FailAsync("files.copy", new { file = _context.Memory.Add("x"), folder = "out", name });

        Assert.Equal("ATL5102", failure.Code);
    }

    [Fact]
    public async Task Copy_OfARowOfFilesList_Works()
    {
        _context.File("in/a.txt", "hello");
        var row = Assert.Single(await _context.ReadAllAsync("files.list", """{"path":"in"}"""));

        await _context.SucceedAsync("files.copy", new { file = row.Value, folder = "out", name = "deep/b.txt" });

        Assert.Equal("hello", File.ReadAllText(Path.Join(_context.BaseFolder, "out/deep/b.txt")));
    }

    [Fact]
    public void LongKeys_OfTheSameBeginning_Differ()
    {
        var left = RowKeys.Fit(new string('é', 300) + "1");
        var right = RowKeys.Fit(new string('é', 300) + "2");

        Assert.NotEqual(left, right);
        Assert.InRange(Encoding.UTF8.GetByteCount(left), 200, 255);
        Assert.DoesNotContain('\uFFFD', left);
    }

    public void Dispose() => _context.Dispose();
}
