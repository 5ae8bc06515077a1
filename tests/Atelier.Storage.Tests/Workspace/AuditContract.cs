using Atelier.Workspace.Audit;
using Atelier.Workspace.Tokens;
using Atelier.Workspace.Users;

namespace Atelier.Storage.Tests.Workspace;

/// <summary>The audit log.</summary>
public abstract class AuditContract(WorkspaceUnderTest underTest) : WorkspaceContract(underTest)
{
    private static readonly NewAuditEntry Whole = new()
    {
        At = Noon,
        Actor = new AuditActor(new UserId(1), "anna", new TokenId(3), "ci"),
        Address = "192.0.2.1",
        Action = "run.start",
        Target = "r17",
        Outcome = AuditOutcome.Done,
        Status = 201,
        Detail = """{"workflow":"paintings"}""",
        RequestId = "0HN",
    };

    private static readonly NewAuditEntry Bare = new() { At = Noon, Actor = AuditActor.Nobody, Action = "session.create", Outcome = AuditOutcome.Refused };

    [Fact]
    public async Task Add_AnEntry_IsReadAsItWasWritten()
    {
        var first = await Store.Audit.AddAsync(Whole);
        var second = await Store.Audit.AddAsync(Bare);
        Restart();

        Assert.Equal([1, 2], [first.Seq, second.Seq]);
        Assert.Equal([new AuditEntry(2, Bare), new AuditEntry(1, Whole)], Store.Audit.Read(new AuditFilter()));
    }

    [Fact]
    public async Task Add_ManyAtOnce_LosesNone()
    {
        var seqs = await Task.WhenAll(Enumerable.Range(0, 2_000).Select(async index => (await Store.Audit.AddAsync(Whole with { Target = $"r{index}" })).Seq));

        Assert.Equal(Enumerable.Range(1, 2_000).Select(static number => (long)number), seqs.Order());
        Assert.Equal("r77", Assert.Single(Store.Audit.Read(new AuditFilter { Target = "r77" })).What.Target);
    }

    [Fact]
    public async Task Read_ByPages_SeesEachEntryOnceWhileOthersAreAdded()
    {
        for (var index = 0; index < 25; index++)
        {
            await Store.Audit.AddAsync(Whole);
        }

        var seen = new List<long>();
        for (IReadOnlyList<AuditEntry> page; (page = Store.Audit.Read(new AuditFilter { Limit = 10, Before = seen.Count == 0 ? null : seen[^1] })).Count > 0;)
        {
            seen.AddRange(page.Select(static entry => entry.Seq));
            await Store.Audit.AddAsync(Whole);
        }

        Assert.Equal(Enumerable.Range(1, 25).Reverse().Select(static number => (long)number), seen);
    }

    [Fact]
    public async Task Read_WithFilters_FindsWhatFitsAllOfThem()
    {
        await Store.Audit.AddAsync(Whole);
        await Store.Audit.AddAsync(Whole with { Action = "run.cancel", Outcome = AuditOutcome.Failed, At = Noon.AddHours(1) });
        await Store.Audit.AddAsync(Whole with { Action = "runner.add", Actor = new AuditActor(new UserId(2), "otto") });
        await Store.Audit.AddAsync(Bare);

        Assert.Equal([2, 1], Seqs(new AuditFilter { Actor = "ANNA" }));
        Assert.Equal([1], Seqs(new AuditFilter { Action = "run.start" }));
        Assert.Equal([2, 1], Seqs(new AuditFilter { Action = "run.*" }));
        Assert.Empty(Seqs(new AuditFilter { Action = "run" }));
        Assert.Equal([4, 3, 2, 1], Seqs(new AuditFilter { Action = "*" }));
        Assert.Equal([3, 2, 1], Seqs(new AuditFilter { Target = "r17" }));
        Assert.Equal([4], Seqs(new AuditFilter { Outcome = AuditOutcome.Refused }));
        Assert.Equal([2], Seqs(new AuditFilter { From = Noon.AddMinutes(1) }));
        Assert.Equal([4, 3, 1], Seqs(new AuditFilter { Until = Noon.AddHours(1) }));
        Assert.Equal([1], Seqs(new AuditFilter { Actor = "anna", Action = "run.*", Target = "r17", From = Noon, Until = Noon.AddMinutes(1), Before = 3, Limit = 5 }));
        Assert.Empty(Seqs(new AuditFilter { Actor = "' OR 1=1 --" }));
    }

    private IEnumerable<long> Seqs(AuditFilter filter) => Store.Audit.Read(filter).Select(static entry => entry.Seq);
}
