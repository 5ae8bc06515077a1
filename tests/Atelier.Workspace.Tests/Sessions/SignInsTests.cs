using System.Net;
using Atelier.Api.Security;
using Atelier.Workspace.Memory;
using Atelier.Workspace.Sessions;
using Atelier.Workspace.Throttling;
using Atelier.Workspace.Users;

namespace Atelier.Workspace.Tests.Sessions;

public sealed class SignInsTests : IDisposable
{
    private const string Password = "one two three four";
    private static readonly IPAddress Here = IPAddress.Parse("192.0.2.1");
    private readonly MemoryWorkspaceStore _store = new();
    private readonly FakeTime _time = new();
    private readonly CountedBytes _bytes = new();
    private readonly BrowserSessions _sessions;
    private readonly SignIns _signIns;
    private readonly User _anna;

    public SignInsTests()
    {
        _sessions = new BrowserSessions(_store, _time, _bytes.Next);
        _signIns = new SignIns(_store, _sessions, new SignInThrottle(_time), _bytes.Next);
        _ = _store.Users.AddAsync(new NewUser("admin", "Admin", Role.Admin, _time.Now), PasswordHash.Of(Password, _bytes.Next, 10));
        _anna = _store.Users.AddAsync(new NewUser("anna", "Anna", Role.Editor, _time.Now), PasswordHash.Of(Password, _bytes.Next, 10)).Result!;
    }

    public void Dispose() => _signIns.Dispose();

    [Fact]
    public async Task SignIn_WithThePassword_OpensASessionThatIsFoundAgain()
    {
        var opened = await OpenAsync();

        var caller = _sessions.Find(opened.Secret)!;
        Assert.Equal(_anna.Id, caller.User.Id);
        Assert.Equal(Scope.Read | Scope.Run | Scope.Work | Scope.Edit, caller.Allowed);
        Assert.Equal(("192.0.2.1", "Browser"), (caller.Session!.Address, caller.Session.Agent));
        Assert.DoesNotContain(opened.Secret, opened.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_WithADatedHash_RenewsItAndKeepsSessions()
    {
        var opened = await OpenAsync();

        Assert.False(_store.Users.FindPassword(_anna.Id)!.IsDated);
        Assert.NotNull(_sessions.Find(opened.Secret));
        Assert.IsType<SignInResult.SignedIn>(await TryAsync("anna", Password));
    }

    [Fact]
    public async Task SignIn_WrongPasswordUnknownUserOrDisabled_AreToldApartByNothing()
    {
        await _store.Users.SaveAsync(_anna with { Disabled = _time.Now });

        Assert.Equal(new SignInResult.Refused(), await TryAsync("admin", "wrong password here"));
        Assert.Equal(new SignInResult.Refused(), await TryAsync("nobody", Password));
        Assert.Equal(new SignInResult.Refused(), await TryAsync("anna", Password));
        Assert.Equal(new SignInResult.Refused(), await TryAsync("admin", new string('x', 10_000)));
    }

    [Fact]
    public async Task SignIn_ManyWrong_IsThrottledAndThenLetIn()
    {
        for (var index = 0; index < 6; index++)
        {
            Assert.IsType<SignInResult.Refused>(await TryAsync("anna", "wrong password here"));
        }

        var throttled = Assert.IsType<SignInResult.Throttled>(await TryAsync("anna", Password));
        _time.Advance(throttled.Wait);
        Assert.IsType<SignInResult.SignedIn>(await TryAsync("anna", Password));
    }

    [Fact]
    public async Task Sessions_OfOneUser_HaveSecretsOfTheirOwn()
    {
        var (first, second) = (await OpenAsync(), await OpenAsync());

        Assert.NotEqual(first.Secret, second.Secret);
        Assert.NotEqual(SessionSecret.CsrfOf(first.Secret), SessionSecret.CsrfOf(second.Secret));
        Assert.True(SessionSecret.IsCsrf(first.Secret, SessionSecret.CsrfOf(first.Secret)));
        Assert.False(SessionSecret.IsCsrf(first.Secret, SessionSecret.CsrfOf(second.Secret)));
        Assert.False(SessionSecret.IsCsrf(first.Secret, null));
        Assert.False(SessionSecret.IsCsrf(first.Secret, string.Empty));
    }

    [Fact]
    public async Task Session_Idle_Ends()
    {
        var opened = await OpenAsync();
        _time.Advance(TimeSpan.FromHours(11));
        Assert.NotNull(_sessions.Find(opened.Secret));
        _time.Advance(TimeSpan.FromHours(11));
        Assert.NotNull(_sessions.Find(opened.Secret));
        _time.Advance(TimeSpan.FromHours(12));
        Assert.Null(_sessions.Find(opened.Secret));
    }

    [Fact]
    public async Task Session_UsedAllTheTime_EndsAfterSevenDays()
    {
        var opened = await OpenAsync();
        for (var hour = 0; hour < 7 * 24 - 1; hour++)
        {
            _time.Advance(TimeSpan.FromHours(1));
            Assert.NotNull(_sessions.Find(opened.Secret));
        }

        _time.Advance(TimeSpan.FromHours(1));
        Assert.Null(_sessions.Find(opened.Secret));
    }

    [Fact]
    public async Task Session_OfADisabledUser_CountsNoMoreAndDoesNotComeBack()
    {
        var opened = await OpenAsync();
        await _store.Users.SaveAsync(_anna with { Disabled = _time.Now });
        Assert.Null(_sessions.Find(opened.Secret));

        await _store.Users.SaveAsync(_anna with { Disabled = null });
        Assert.Null(_sessions.Find(opened.Secret));
    }

    [Fact]
    public async Task ChangePassword_EndsEverySessionAndOpensANewOne()
    {
        var (first, second) = (await OpenAsync(), await OpenAsync());

        var changed = (await _signIns.ChangePasswordAsync(_anna, Password, "five six seven eight", Here, "Browser", CancellationToken.None)).Value!;

        Assert.Null(_sessions.Find(first.Secret));
        Assert.Null(_sessions.Find(second.Secret));
        Assert.NotNull(_sessions.Find(changed.Secret));
        Assert.IsType<SignInResult.Refused>(await TryAsync("anna", Password));
        Assert.IsType<SignInResult.SignedIn>(await TryAsync("anna", "five six seven eight"));
    }

    [Fact]
    public async Task ChangePassword_WithoutThePresentOne_IsRefusedAndThrottled()
    {
        for (var index = 0; index < 6; index++)
        {
            Assert.Equal(WorkspaceCodes.PresentPasswordWrong, (await ChangeAsync("guess number one", "five six seven eight")).Refusal!.Code);
        }

        Assert.Equal(WorkspaceCodes.SignInThrottled, (await ChangeAsync(Password, "five six seven eight")).Refusal!.Code);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(WorkspaceCodes.PasswordRefused, (await ChangeAsync(Password, "short")).Refusal!.Code);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!")]
    public void Find_OfWhatIsNoSecret_IsNobody(string? secret) => Assert.Null(_sessions.Find(secret));

    private Task<SignInResult> TryAsync(string name, string password) => _signIns.TryAsync(name, password, Here, "Browser", CancellationToken.None);

    private Task<Answer<OpenedSession>> ChangeAsync(string present, string wanted) =>
        _signIns.ChangePasswordAsync(_anna, present, wanted, Here, "Browser", CancellationToken.None);

    private async Task<OpenedSession> OpenAsync() => Assert.IsType<SignInResult.SignedIn>(await TryAsync("anna", Password)).Opened;
}
