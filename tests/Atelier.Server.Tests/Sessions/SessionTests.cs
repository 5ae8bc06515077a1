using System.Net;
using Atelier.Api.Paging;
using Atelier.Api.Problems;
using Atelier.Api.Security;
using Atelier.Api.Sessions;
using Atelier.Server.Tests.Serving;

namespace Atelier.Server.Tests.Sessions;

public class SessionTests
{
    [Fact]
    public async Task FirstStart_MakesAnAdminWhosePasswordIsToldOnce()
    {
        var folder = Directory.CreateTempSubdirectory("atelier-first-").FullName;
        try
        {
            var options = new ServerOptions { Home = Path.Join(folder, "home"), Port = 0, Roots = [folder] };
            string? password;
            await using (var first = await ServerApp.CreateAsync(options, Atelier.Hosting.Homes.OwnedHome.TryOpen(options.Home, TimeProvider.System)!, TimeProvider.System))
            {
                password = first.FirstPassword;
            }

            await using var second = await ServerApp.CreateAsync(options, Atelier.Hosting.Homes.OwnedHome.TryOpen(options.Home, TimeProvider.System)!, TimeProvider.System);

            Assert.Matches("^([0-9a-z]{5}-){4}[0-9a-z]{5}$", password);
            Assert.Null(second.FirstPassword);
            Assert.True(second.Home.Workspace.Users.FindPassword(second.Home.Workspace.Users.FindByName("admin")!.Id)!.Verifies(password!));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task SignIn_AnswersACookieOutOfReachOfScriptsAndWhatIsAllowed()
    {
        await using var server = await ServerUnderTest.StartAsync();
        await server.UserAsync("anna", Role.Operator);
        using var browser = new Browser(server);

        var response = await browser.SendAsync(HttpMethod.Post, "/session", new SignInRequest { Name = "ANNA", Password = ServerUnderTest.Password });

        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Assert.Matches("^atelier_session=[A-Za-z0-9_-]{43}; max-age=604800; path=/; samesite=strict; httponly$", cookie);
        var session = await ServerUnderTest.ReadAsync<SessionResponse>(response, HttpStatusCode.OK);
        Assert.Equal(("anna", "operator"), (session.User, session.Role));
        Assert.Equal(["read", "run", "work"], session.Scopes);
        Assert.NotNull(session.Csrf);
        Assert.DoesNotContain(browser.Cookie!, session.Csrf, StringComparison.Ordinal);
        var again = await ServerUnderTest.ReadAsync<SessionResponse>(await browser.SendAsync(HttpMethod.Get, "/session"), HttpStatusCode.OK);
        Assert.Equal(session.Csrf, again.Csrf);
    }

    [Fact]
    public async Task SignIn_BehindTls_MarksTheCookieSecure()
    {
        await using var server = await ServerUnderTest.StartAsync(static options => options with { PublicUrl = new Uri("https://atelier.example.org") });
        using var browser = new Browser(server);

        var response = await browser.SendAsync(HttpMethod.Post, "/session", new SignInRequest { Name = "admin", Password = ServerUnderTest.Password });

        Assert.Contains("; secure;", Assert.Single(response.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
        Assert.Equal("max-age=31536000", Assert.Single(response.Headers.GetValues("Strict-Transport-Security")));
    }

    [Fact]
    public async Task SignIn_WrongOrUnknown_IsTheSameRefusal()
    {
        await using var server = await ServerUnderTest.StartAsync();
        using var browser = new Browser(server);

        var wrong = await ServerUnderTest.ReadAsync<Problem>(await browser.SendAsync(HttpMethod.Post, "/session", new SignInRequest { Name = "admin", Password = "not this password" }), HttpStatusCode.Unauthorized);
        var unknown = await ServerUnderTest.ReadAsync<Problem>(await browser.SendAsync(HttpMethod.Post, "/session", new SignInRequest { Name = "nobody", Password = "not this password" }), HttpStatusCode.Unauthorized);

        Assert.Equal(wrong with { Instance = null }, unknown with { Instance = null });
        Assert.Equal("ATL7102", wrong.Code);
        Assert.Null(browser.Cookie);
    }

    [Fact]
    public async Task SignIn_ManyWrong_IsToldToWait()
    {
        await using var server = await ServerUnderTest.StartAsync();
        using var browser = new Browser(server);
        HttpResponseMessage response;
        do
        {
            response = await browser.SendAsync(HttpMethod.Post, "/session", new SignInRequest { Name = "admin", Password = "not this password" });
        }
        while (response.StatusCode == HttpStatusCode.Unauthorized);

        Assert.Equal("ATL7104", (await ServerUnderTest.ReadAsync<Problem>(response, HttpStatusCode.TooManyRequests)).Code);
        Assert.True(response.Headers.RetryAfter!.Delta > TimeSpan.Zero);
    }

    [Fact]
    public async Task SignIn_WithACookieOfSomebody_NeverTakesItUp()
    {
        await using var server = await ServerUnderTest.StartAsync();
        using var attacker = new Browser(server);
        await attacker.SignInAsync("admin");
        using var victim = new Browser(server) { Cookie = attacker.Cookie };
        using var invented = new Browser(server) { Cookie = new string('A', 43) };

        await victim.SignInAsync("admin");
        await invented.SignInAsync("admin");

        Assert.NotEqual(attacker.Cookie, victim.Cookie);
        Assert.NotEqual(new string('A', 43), invented.Cookie);
        Assert.Equal(HttpStatusCode.Unauthorized, (await attacker.SendAsync(HttpMethod.Get, "/session")).StatusCode);
    }

    [Fact]
    public async Task SignOut_EndsTheSession()
    {
        await using var server = await ServerUnderTest.StartAsync();
        using var browser = new Browser(server);
        await browser.SignInAsync("admin");
        var cookie = browser.Cookie;

        Assert.Equal(HttpStatusCode.NoContent, (await browser.SendAsync(HttpMethod.Delete, "/session")).StatusCode);
        Assert.Null(browser.Cookie);
        browser.Cookie = cookie;
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.SendAsync(HttpMethod.Get, "/session")).StatusCode);
    }

    [Fact]
    public async Task Sessions_ListAndRevoke_AreOnesOwn()
    {
        await using var server = await ServerUnderTest.StartAsync();
        await server.UserAsync("anna", Role.Viewer);
        using var first = new Browser(server);
        using var second = new Browser(server);
        using var other = new Browser(server);
        await first.SignInAsync("anna");
        await second.SignInAsync("anna");
        await other.SignInAsync("admin");

        var open = (await ServerUnderTest.ReadAsync<Page<OpenSession>>(await second.SendAsync(HttpMethod.Get, "/sessions"), HttpStatusCode.OK)).Items;
        Assert.Equal([true, false], open.Select(static session => session.Current));
        Assert.Equal(HttpStatusCode.NotFound, (await other.SendAsync(HttpMethod.Delete, $"/sessions/{open[1].Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await second.SendAsync(HttpMethod.Delete, $"/sessions/{open[1].Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await first.SendAsync(HttpMethod.Get, "/session")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await second.SendAsync(HttpMethod.Get, "/session")).StatusCode);
    }

    [Fact]
    public async Task ChangePassword_EndsEveryOtherSession()
    {
        await using var server = await ServerUnderTest.StartAsync();
        using var here = new Browser(server);
        using var there = new Browser(server);
        await here.SignInAsync("admin");
        await there.SignInAsync("admin");

        await ServerUnderTest.ReadAsync<Problem>(await here.SendAsync(HttpMethod.Post, "/session/password", new ChangePasswordRequest { Current = "not this password", New = "five six seven eight" }), HttpStatusCode.Forbidden);
        await ServerUnderTest.ReadAsync<Problem>(await here.SendAsync(HttpMethod.Post, "/session/password", new ChangePasswordRequest { Current = ServerUnderTest.Password, New = "short" }), HttpStatusCode.UnprocessableEntity);
        var changed = await ServerUnderTest.ReadAsync<SessionResponse>(await here.SendAsync(HttpMethod.Post, "/session/password", new ChangePasswordRequest { Current = ServerUnderTest.Password, New = "five six seven eight" }), HttpStatusCode.OK);

        Assert.NotEqual(here.Csrf, changed.Csrf);
        Assert.Equal(HttpStatusCode.OK, (await here.SendAsync(HttpMethod.Get, "/session")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await there.SendAsync(HttpMethod.Get, "/session")).StatusCode);
        await there.SignInAsync("admin", "five six seven eight");
    }

    [Fact]
    public async Task ChangePassword_WithAToken_IsRefused()
    {
        await using var server = await ServerUnderTest.StartAsync();

        await server.RefusedAsync(HttpMethod.Post, "/session/password", new ChangePasswordRequest { Current = ServerUnderTest.Password, New = "five six seven eight" }, HttpStatusCode.Forbidden, "ATL7103");
    }
}
