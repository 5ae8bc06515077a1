using Atelier.Api.Security;
using Atelier.Engine.Stores;
using Atelier.Storage.Homes;
using Atelier.Storage.Workspace;
using Atelier.Workspace.Access;
using Atelier.Workspace.Audit;
using Atelier.Workspace.Users;

namespace Atelier.Storage.Tests.Workspace;

[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class SqliteWorkspaceFileTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    private readonly TemporaryFolder _folder = new();

    private string File => _folder.File("workspace.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Open_NewOrTooOpen_IsReadableByItsUserAlone()
    {
        using (var store = new SqliteWorkspaceStore(File))
        {
            await store.Users.AddAsync(new NewUser("anna", "Anna", Role.Admin, Noon), PasswordHash.Nobody);
            Assert.All(Directory.GetFiles(_folder.Root), static file => Assert.Equal(OwnerOnly, System.IO.File.GetUnixFileMode(file)));
            Assert.Contains(File + "-wal", Directory.GetFiles(_folder.Root));
        }

        System.IO.File.SetUnixFileMode(File, OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        using var again = new SqliteWorkspaceStore(File);
        Assert.Equal(OwnerOnly, System.IO.File.GetUnixFileMode(File));
        Assert.Single(again.Users.List());
    }

    [Fact]
    public void Open_SomethingElse_SaysSo()
    {
        System.IO.File.WriteAllText(File, new string('x', 4_096));

        Assert.Equal("ATL3003", Assert.Throws<StoreException>(() => new SqliteWorkspaceStore(File)).Code);
        Assert.Equal("ATL3002", Assert.Throws<StoreException>(() => new SqliteWorkspaceStore(_folder.File("no/such/folder.db"))).Code);
    }

    [Fact]
    public async Task Secrets_OfTokensAndSessions_AreNotInTheFile()
    {
        using (var store = new SqliteWorkspaceStore(File))
        {
            await store.Sessions.AddAsync(new Atelier.Workspace.Sessions.NewSession(new UserId(1), Noon, "::1", "x"), SecretDigest.Of("hunter2-hunter2"));
            await store.Tokens.AddAsync(new Atelier.Workspace.Tokens.NewToken(new UserId(1), "ci", Scope.Read, Noon, null), SecretDigest.Of("atl_hunter2-hunter2"));
            foreach (var file in Directory.GetFiles(_folder.Root))
            {
                await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                var bytes = new byte[stream.Length];
                await stream.ReadExactlyAsync(bytes);
                Assert.True(bytes.AsSpan().IndexOf("hunter2"u8) < 0);
            }
        }
    }

    [Fact]
    public async Task Writes_AfterTheStoreEnded_AreRefused()
    {
        var store = new SqliteWorkspaceStore(File);
        store.Dispose();
        store.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.Users.AddAsync(new NewUser("anna", "Anna", Role.Admin, Noon), PasswordHash.Nobody));
        store.Users.NoteSeen(new UserId(1), Noon);
    }

    [Fact]
    public async Task Entries_ByTheThousand_ShareCommitsAndTheLogStaysSmall()
    {
        using var store = new SqliteWorkspaceStore(File);
        var entry = new NewAuditEntry { At = Noon, Actor = new AuditActor(new UserId(1), "anna"), Action = "run.start", Target = "r1", Outcome = AuditOutcome.Done, Detail = new string('x', 500) };
        for (var round = 0; round < 20; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 1_000).Select(_ => store.Audit.AddAsync(entry)));
        }

        Assert.Equal(20_000, store.Audit.Read(new AuditFilter { Limit = 1 })[0].Seq);
        Assert.InRange(new FileInfo(File + "-wal").Length, 0, 48L * 1024 * 1024);
    }

    [Fact]
    public async Task Crash_AtAnyMoment_LosesNothingThatWasAnswered()
    {
        using var store = new SqliteWorkspaceStore(File);
        var entry = new NewAuditEntry { At = Noon, Actor = AuditActor.Nobody, Action = "run.start", Outcome = AuditOutcome.Done };
        var answered = 0L;
        var writing = Task.WhenAll(Enumerable.Range(0, 50).Select(async _ =>
        {
            for (var index = 0; index < 10; index++)
            {
                await store.Audit.AddAsync(entry);
                Interlocked.Increment(ref answered);
            }
        }));

        // What lies in the files at some moment is what a killed process leaves behind. Few enough entries that no checkpoint moves pages while they are copied.
        for (var crash = 0; crash < 8; crash++)
        {
            var before = Interlocked.Read(ref answered);
            var left = _folder.File($"left-{crash}.db");
            foreach (var end in new[] { string.Empty, "-wal" })
            {
                await using var from = new FileStream(File + end, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                await using var to = new FileStream(left + end, FileMode.Create);
                await from.CopyToAsync(to);
            }

            using var found = new SqliteWorkspaceStore(left);
            var last = found.Audit.Read(new AuditFilter { Limit = 1 }) is [var newest] ? newest.Seq : 0;
            Assert.True(last >= before, $"{before} were answered, {last} are there");
        }

        await writing;
        Assert.Equal(500, store.Audit.Read(new AuditFilter { Limit = 1 })[0].Seq);
    }

    [Fact]
    public void Home_OpensItsWorkspaceWhenAsked_AndEndsIt()
    {
        using (var home = HomeFolder.Open(_folder.File("home"), TimeProvider.System))
        {
            Assert.False(System.IO.File.Exists(home.Layout.Workspace));
            Assert.Empty(home.Workspace.Users.List());
            Assert.True(System.IO.File.Exists(home.Layout.Workspace));
        }

        using var again = HomeFolder.Open(_folder.File("home"), TimeProvider.System);
        Assert.Empty(again.Workspace.Users.List());
    }
}
