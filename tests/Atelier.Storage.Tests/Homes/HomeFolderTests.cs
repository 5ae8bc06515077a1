using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Storage.Homes;

namespace Atelier.Storage.Tests.Homes;

[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class HomeFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.File("home");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_WhileOwned_SaysByWhom()
    {
        using (HomeFolder.Open(Path, TimeProvider.System))
        {
            var refused = Assert.Throws<StoreException>(() => HomeFolder.Open(Path, TimeProvider.System));

            Assert.Equal("ATL3001", refused.Code);
            Assert.Contains($"{Environment.ProcessId}", refused.Message, StringComparison.Ordinal);
            Assert.Equal(Environment.ProcessId, HomeFolder.FindOwner(Path));
            Assert.Null(HomeFolder.TryOpen(Path, TimeProvider.System));
        }

        Assert.Null(HomeFolder.FindOwner(Path));
        using var again = HomeFolder.Open(Path, TimeProvider.System);
        Assert.Equal(2, again.Epoch);
    }

    [Fact]
    public void Open_PathIsAFile_SaysSo()
    {
        File.WriteAllText(Path, "x");

        Assert.Equal("ATL3002", Assert.Throws<StoreException>(() => HomeFolder.Open(Path, TimeProvider.System)).Code);
    }

    [Fact]
    public void Open_ReadOnlyFolder_SaysSo()
    {
        if (Environment.IsPrivilegedProcess)
        {
            // The kernel refuses everybody here, root included.
            Assert.Equal("ATL3002", Assert.Throws<StoreException>(() => HomeFolder.Open("/proc/atelier", TimeProvider.System)).Code);
            return;
        }

        Directory.CreateDirectory(Path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Assert.Equal("ATL3002", Assert.Throws<StoreException>(() => HomeFolder.Open(Path, TimeProvider.System)).Code);
    }

    [Fact]
    public void Secrets_SetListRemove_AndNotInTheDatabase()
    {
        using (var home = HomeFolder.Open(Path, TimeProvider.System))
        {
            home.Secrets.Set("token", "hunter2-hunter2");
            home.Secrets.Set("token", "correct-horse-battery");
            home.Secrets.Set("other", "é🎨");
        }

        using var again = HomeFolder.Open(Path, TimeProvider.System);
        Assert.Equal("correct-horse-battery", again.Secrets.Find("token"));
        Assert.Equal("é🎨", again.Secrets.Find("other"));
        Assert.Null(again.Secrets.Find("none"));
        Assert.Equal(["other", "token"], again.Secrets.List().Select(static secret => secret.Name));
        Assert.True(again.Secrets.Remove("other"));
        Assert.False(again.Secrets.Remove("other"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(again.Layout.SecretKey));
        foreach (var file in Directory.GetFiles(Path, "atelier.db*"))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            Assert.True(bytes.AsSpan().IndexOf("battery"u8) < 0);
        }
    }

    [Fact]
    public void Secrets_KeyFileGone_SaysSo()
    {
        using var home = HomeFolder.Open(Path, TimeProvider.System);
        home.Secrets.Set("token", "value");
        File.Delete(home.Layout.SecretKey);

        Assert.Equal("ATL3009", Assert.Throws<StoreException>(() => home.Secrets.Find("token")).Code);
        Assert.Equal("ATL3009", Assert.Throws<StoreException>(() => home.Secrets.Set("other", "value")).Code);
        File.WriteAllBytes(home.Layout.SecretKey, new byte[32]);
        Assert.Equal("ATL3009", Assert.Throws<StoreException>(() => home.Secrets.Find("token")).Code);
    }

    [Fact]
    public async Task Artifacts_SmallAndLarge_SurviveOnceCommitted()
    {
        string[] digests;
        using (var home = HomeFolder.Open(Path, TimeProvider.System))
        {
            digests = [await Write(home, 10), await Write(home, 64 * 1024), await Write(home, 64 * 1024 + 1), await Write(home, 1_000_000)];
            Assert.All(digests, digest => Assert.NotNull(home.Artifacts.OpenRead(digest)));
            home.Artifacts.Persist(digests);
            home.Store.Commit([new RunCommit(new RunLease(new RunId(1), home.Epoch), [
                new RunCreated { Seq = 1, WorkflowDigest = "d", WorkflowName = "n", Inputs = [], At = 1 },
                new StepEnded { Seq = 2, Scope = ScopeId.Root, Step = 0, Outcome = Outcome.Succeeded, At = 1, Artifacts = digests },
            ])]);
        }

        using var again = HomeFolder.Open(Path, TimeProvider.System);
        Assert.Equal([10L, 65_536, 65_537, 1_000_000], digests.Select(digest => again.Artifacts.GetSize(digest)!.Value));
        foreach (var digest in digests)
        {
            await using var content = again.Artifacts.OpenRead(digest)!;
            var file = again.Artifacts.GetPath(digest)!;
            Assert.Equal(digest, "sha256:" + Convert.ToHexStringLower(await System.Security.Cryptography.SHA256.HashDataAsync(content)));
            Assert.Equal(content.Length, new FileInfo(file).Length);
            Assert.Equal(file, again.Artifacts.GetPath(digest));
        }

        Assert.Equal(2, Directory.GetFiles(again.Layout.Artifacts, "*", SearchOption.AllDirectories).Length);
        Assert.Null(again.Artifacts.OpenRead("sha256:" + new string('0', 64)));
        Assert.Null(again.Artifacts.GetPath("sha256:../../etc"));
    }

    [Fact]
    public async Task Artifacts_FileThatNoCommitNoted_IsWrittenAnew()
    {
        using var home = HomeFolder.Open(Path, TimeProvider.System);
        var digest = await Write(home, 100_000);
        var path = home.Artifacts.GetPath(digest)!;
        home.Dispose();
        File.WriteAllBytes(path, new byte[100_000]);

        using var again = HomeFolder.Open(Path, TimeProvider.System);
        Assert.Equal(digest, await Write(again, 100_000));
        await using var content = again.Artifacts.OpenRead(digest)!;
        Assert.Equal(digest, "sha256:" + Convert.ToHexStringLower(await System.Security.Cryptography.SHA256.HashDataAsync(content)));
    }

    private static async Task<string> Write(HomeFolder home, int size)
    {
        var bytes = new byte[size];
        new Random(size).NextBytes(bytes);
        return (await home.Artifacts.WriteAsync(new MemoryStream(bytes), "application/octet-stream", "a.bin", CancellationToken.None)).Digest;
    }
}
