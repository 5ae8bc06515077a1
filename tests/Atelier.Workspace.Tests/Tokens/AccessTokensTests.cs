using Atelier.Api.Security;
using Atelier.Workspace.Memory;
using Atelier.Workspace.Tokens;
using Atelier.Workspace.Users;

namespace Atelier.Workspace.Tests.Tokens;

public class AccessTokensTests
{
    private readonly MemoryWorkspaceStore _store = new();
    private readonly FakeTime _time = new();
    private readonly AccessTokens _tokens;
    private readonly User _anna;

    public AccessTokensTests()
    {
        var bytes = new CountedBytes();
        _tokens = new AccessTokens(_store, _time, bytes.Next);
        _ = _store.Users.AddAsync(new NewUser("admin", "Admin", Role.Admin, _time.Now), PasswordHash.Nobody);
        _anna = _store.Users.AddAsync(new NewUser("anna", "Anna", Role.Operator, _time.Now), PasswordHash.Nobody).Result!;
    }

    [Fact]
    public async Task Create_WithSomeScopes_IsFoundByItsSecretAndMayNoMore()
    {
        var created = await CreateAsync(Scope.Read);

        Assert.Matches("^atl_[A-Za-z0-9_-]{43}$", created.Secret);
        Assert.DoesNotContain(created.Secret, created.ToString(), StringComparison.Ordinal);
        Assert.Equal(Scope.Read, _tokens.Find(created.Secret)!.Allowed);
        Assert.Null(_tokens.Find(created.Secret[..^1] + (created.Secret[^1] == 'A' ? 'E' : 'A')));
    }

    [Fact]
    public async Task Create_WithMoreThanItsOwnerHas_IsRefused()
    {
        Assert.Equal(WorkspaceCodes.TokenRefused, (await _tokens.CreateAsync(_anna, Scopes.Of(_anna.Role), "ci", Scope.Read | Scope.Admin, null)).Refusal!.Code);
        Assert.Equal(WorkspaceCodes.TokenRefused, (await _tokens.CreateAsync(_anna, Scopes.Of(_anna.Role), "ci", Scope.None, null)).Refusal!.Code);
        Assert.Equal(WorkspaceCodes.TokenRefused, (await _tokens.CreateAsync(_anna, Scopes.Of(_anna.Role), " ", Scope.Read, null)).Refusal!.Code);
        Assert.Equal(WorkspaceCodes.TokenRefused, (await _tokens.CreateAsync(_anna, Scopes.Of(_anna.Role), "ci", Scope.Read, _time.Now)).Refusal!.Code);
    }

    [Fact]
    public async Task Create_WithMoreThanWhoAsksMay_IsRefused() =>
        Assert.Equal(WorkspaceCodes.TokenRefused, (await _tokens.CreateAsync(_anna, Scope.Read, "ci", Scope.Run, null)).Refusal!.Code);

    [Fact]
    public async Task Token_WhoseOwnerLosesARole_LosesItsScopes()
    {
        var created = await CreateAsync(Scope.Read | Scope.Run);

        await _store.Users.SaveAsync(_anna with { Role = Role.Viewer });
        Assert.Equal(Scope.Read, _tokens.Find(created.Secret)!.Allowed);

        await _store.Users.SaveAsync(_anna with { Role = Role.Admin });
        Assert.Equal(Scope.Read | Scope.Run, _tokens.Find(created.Secret)!.Allowed);
    }

    [Fact]
    public async Task Token_ExpiredRevokedOrOfADisabledUser_CountsNoMore()
    {
        var expiring = (await _tokens.CreateAsync(_anna, Scopes.Of(_anna.Role), "ci", Scope.Read, _time.Now.AddDays(1))).Value!;
        _time.Advance(TimeSpan.FromDays(1) - TimeSpan.FromSeconds(1));
        Assert.NotNull(_tokens.Find(expiring.Secret));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(_tokens.Find(expiring.Secret));

        var revoked = await CreateAsync(Scope.Read);
        Assert.True(await _store.Tokens.RevokeAsync(revoked.Token.Id, _time.Now));
        Assert.False(await _store.Tokens.RevokeAsync(revoked.Token.Id, _time.Now));
        Assert.Null(_tokens.Find(revoked.Secret));

        var disabled = await CreateAsync(Scope.Read);
        await _store.Users.SaveAsync(_anna with { Disabled = _time.Now });
        Assert.Null(_tokens.Find(disabled.Secret));
    }

    [Fact]
    public async Task Use_WithinAMinute_IsWrittenOnce()
    {
        var created = await CreateAsync(Scope.Read);
        _tokens.Find(created.Secret);
        var first = _time.Now;
        _time.Advance(TimeSpan.FromSeconds(59));
        _tokens.Find(created.Secret);
        Assert.Equal(first, _store.Tokens.Find(created.Token.Id)!.LastUsed);

        _time.Advance(TimeSpan.FromSeconds(1));
        _tokens.Find(created.Secret);
        Assert.Equal(_time.Now, _store.Tokens.Find(created.Token.Id)!.LastUsed);
        Assert.Equal(_time.Now, _store.Users.Find(_anna.Id)!.LastSeen);
    }

    [Fact]
    public async Task Create_BeyondTheLimit_IsRefusedUntilOneIsRevoked()
    {
        var last = await CreateAsync(Scope.Read);
        for (var index = 1; index < AccessTokens.MaxLive; index++)
        {
            last = await CreateAsync(Scope.Read);
        }

        Assert.Equal(WorkspaceCodes.TokenRefused, (await _tokens.CreateAsync(_anna, Scopes.Of(_anna.Role), "ci", Scope.Read, null)).Refusal!.Code);
        await _store.Tokens.RevokeAsync(last.Token.Id, _time.Now);
        Assert.True((await _tokens.CreateAsync(_anna, Scopes.Of(_anna.Role), "ci", Scope.Read, null)).Done);
    }

    private async Task<CreatedToken> CreateAsync(Scope scopes) => (await _tokens.CreateAsync(_anna, Scopes.Of(_anna.Role), "ci", scopes, null)).Value!;
}
