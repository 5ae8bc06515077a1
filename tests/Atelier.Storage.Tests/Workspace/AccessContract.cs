using Atelier.Api.Security;
using Atelier.Workspace.Access;
using Atelier.Workspace.Sessions;
using Atelier.Workspace.Tokens;
using Atelier.Workspace.Users;

namespace Atelier.Storage.Tests.Workspace;

/// <summary>Tokens and sessions.</summary>
public abstract class AccessContract(WorkspaceUnderTest underTest) : WorkspaceContract(underTest)
{
    private static readonly UserId Anna = new(1);
    private static readonly UserId Otto = new(2);

    [Fact]
    public async Task Token_IsFoundByDigestAndNumberAfterARestart()
    {
        var token = await Store.Tokens.AddAsync(new NewToken(Anna, "ci", Scope.Read | Scope.Run, Noon, Noon.AddDays(30)), SecretDigest.Of("one"));
        Restart();

        Assert.Equal(new AccessToken { Id = new TokenId(1), Owner = Anna, Name = "ci", Scopes = Scope.Read | Scope.Run, Created = Noon, Expires = Noon.AddDays(30) }, token);
        Assert.Equal(token, Store.Tokens.Find(SecretDigest.Of("one")));
        Assert.Equal(token, Store.Tokens.Find(token.Id));
        Assert.Null(Store.Tokens.Find(SecretDigest.Of("two")));
        Assert.Null(Store.Tokens.Find(new TokenId(2)));
    }

    [Fact]
    public async Task Tokens_OfAnOwnerOrOfAll_AreNewestFirst()
    {
        await TokenAsync(Anna, "a");
        await TokenAsync(Otto, "b");
        await TokenAsync(Anna, "c");

        Assert.Equal(["c", "a"], Store.Tokens.List(Anna).Select(static token => token.Name));
        Assert.Equal(["c", "b", "a"], Store.Tokens.List(null).Select(static token => token.Name));
    }

    [Fact]
    public async Task Revoke_Once_KeepsItsTime()
    {
        var token = await TokenAsync(Anna, "a");

        Assert.True(await Store.Tokens.RevokeAsync(token.Id, Noon));
        Assert.False(await Store.Tokens.RevokeAsync(token.Id, Noon.AddDays(1)));
        Assert.False(await Store.Tokens.RevokeAsync(new TokenId(99), Noon));
        Restart();
        Assert.Equal(Noon, Store.Tokens.Find(token.Id)!.Revoked);
    }

    [Fact]
    public async Task Notes_OfUses_AreThereWithTheNextChange()
    {
        var anna = await AddAsync("anna");
        var token = await TokenAsync(anna.Id, "a");
        var session = await SessionAsync(anna.Id, "s");
        Store.Tokens.NoteUse(token.Id, Noon.AddMinutes(1));
        Store.Sessions.NoteSeen(session.Id, Noon.AddMinutes(2));
        Store.Users.NoteSeen(anna.Id, Noon.AddMinutes(3));

        await TokenAsync(anna.Id, "b");
        Restart();

        Assert.Equal(Noon.AddMinutes(1), Store.Tokens.Find(token.Id)!.LastUsed);
        Assert.Equal(Noon.AddMinutes(2), Store.Sessions.List(anna.Id).Single().LastSeen);
        Assert.Equal(Noon.AddMinutes(3), Store.Users.Find(anna.Id)!.LastSeen);
    }

    [Fact]
    public async Task Session_IsFoundByDigestAndEndedByItsUserOnly()
    {
        var session = await SessionAsync(Anna, "one");
        Restart();

        Assert.Equal(new UserSession { Id = new SessionId(1), User = Anna, Created = Noon, LastSeen = Noon, Address = "::1", Agent = "" }, Store.Sessions.Find(SecretDigest.Of("one")));
        Assert.False(await Store.Sessions.EndAsync(Otto, session.Id));
        Assert.True(await Store.Sessions.EndAsync(Anna, session.Id));
        Assert.False(await Store.Sessions.EndAsync(Anna, session.Id));
        Assert.Null(Store.Sessions.Find(SecretDigest.Of("one")));
    }

    [Fact]
    public async Task Session_OneTooMany_EndsTheOldestOfThatUser()
    {
        await SessionAsync(Otto, "other");
        for (var index = 0; index <= UserSession.Most; index++)
        {
            await SessionAsync(Anna, $"secret {index}");
        }

        Assert.Equal(UserSession.Most, Store.Sessions.List(Anna).Count);
        Assert.Null(Store.Sessions.Find(SecretDigest.Of("secret 0")));
        Assert.NotNull(Store.Sessions.Find(SecretDigest.Of("secret 1")));
        Assert.NotNull(Store.Sessions.Find(SecretDigest.Of("other")));
    }

    [Fact]
    public async Task EndAll_EndsThoseOfOneUser()
    {
        await SessionAsync(Anna, "one");
        await SessionAsync(Anna, "two");
        await SessionAsync(Otto, "three");

        Assert.Equal(2, await Store.Sessions.EndAllAsync(Anna));
        Assert.Empty(Store.Sessions.List(Anna));
        Assert.Single(Store.Sessions.List(Otto));
    }

    [Fact]
    public async Task Sweep_ForgetsThoseThatNoLongerCount()
    {
        var idle = await SessionAsync(Anna, "idle");
        var used = await SessionAsync(Anna, "used");
        Store.Sessions.NoteSeen(used.Id, Noon.AddHours(11));

        Assert.Equal(0, await Store.Sessions.SweepAsync(Noon.AddHours(12).AddMilliseconds(-1)));
        Assert.Equal(1, await Store.Sessions.SweepAsync(Noon.AddHours(12)));
        Assert.Equal(used.Id, Assert.Single(Store.Sessions.List(Anna)).Id);
        Store.Sessions.NoteSeen(used.Id, Noon.AddDays(7));
        Assert.Equal(1, await Store.Sessions.SweepAsync(Noon.AddDays(7)));
        Assert.NotEqual(idle.Id, (await SessionAsync(Anna, "new")).Id);
    }

    private Task<AccessToken> TokenAsync(UserId owner, string name) => Store.Tokens.AddAsync(new NewToken(owner, name, Scope.Read, Noon, null), SecretDigest.Of(name));

    private Task<UserSession> SessionAsync(UserId user, string secret) => Store.Sessions.AddAsync(new NewSession(user, Noon, "::1", string.Empty), SecretDigest.Of(secret));
}
