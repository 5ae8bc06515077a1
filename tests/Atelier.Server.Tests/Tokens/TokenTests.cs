using System.Net;
using Atelier.Api.Paging;
using Atelier.Api.Problems;
using Atelier.Api.Security;
using Atelier.Api.Tokens;
using Atelier.Server.Tests.Serving;
using Atelier.Server.Tests.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace Atelier.Server.Tests.Tokens;

public class TokenTests
{
    [Fact]
    public async Task Token_MadeInABrowser_MayWhatItWasGivenAndNoMore()
    {
        await using var server = await ServerUnderTest.StartAsync();
        using var browser = new Browser(server);
        await browser.SignInAsync("admin");

        var made = await ServerUnderTest.ReadAsync<CreatedTokenResponse>(await browser.SendAsync(HttpMethod.Post, "/tokens", new CreateTokenRequest { Name = "ci", Scopes = ["read", "run"], ExpiresDays = 30 }), HttpStatusCode.Created);
        using var program = server.ClientWith(made.Secret);

        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/api/v1/about", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await program.GetAsync("/api/v1/users", TestContext.Current.CancellationToken)).StatusCode);

        // Uses are written behind other changes.
        await server.Home.Workspace.Sessions.SweepAsync(DateTimeOffset.UnixEpoch);
        var listed = Assert.Single((await ServerUnderTest.ReadAsync<Page<TokenResponse>>(await browser.SendAsync(HttpMethod.Get, "/tokens"), HttpStatusCode.OK)).Items);
        Assert.Equal(("ci", "admin", false), (listed.Name, listed.User, listed.Revoked));
        Assert.NotNull(listed.LastUsed);
    }

    [Fact]
    public async Task Token_OfFewScopes_MakesNoneOfMore()
    {
        await using var server = await ServerUnderTest.StartAsync();
        using var browser = new Browser(server);
        await browser.SignInAsync("admin");
        var small = await ServerUnderTest.ReadAsync<CreatedTokenResponse>(await browser.SendAsync(HttpMethod.Post, "/tokens", new CreateTokenRequest { Name = "small", Scopes = ["read"] }), HttpStatusCode.Created);
        using var program = server.ClientWith(small.Secret);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/tokens") { Content = System.Net.Http.Json.JsonContent.Create(new { name = "large", scopes = new[] { "read", "admin" } }) };

        Assert.Equal("ATL7111", (await ServerUnderTest.ReadAsync<Problem>(await program.SendAsync(request, TestContext.Current.CancellationToken), HttpStatusCode.UnprocessableEntity)).Code);
    }

    [Fact]
    public async Task Token_RevokedExpiredOrOfSomebodyDisabledOrGone_IsRefused()
    {
        var time = new ShiftedTime();
        await using var server = await ServerUnderTest.StartAsync(static options => options, time);
        var anna = await server.UserAsync("anna", Role.Viewer);
        var otto = await server.UserAsync("otto", Role.Viewer);
        var tokens = server.App.Services.GetRequiredService<Atelier.Workspace.Tokens.AccessTokens>();
        var expiring = (await tokens.CreateAsync(anna, Scope.Read, "expiring", Scope.Read, time.GetUtcNow().AddDays(1))).Value!;
        var (revoked, disabled, gone) = (await server.TokenAsync(anna), await server.TokenAsync(anna), await server.TokenAsync(otto));
        foreach (var secret in new[] { expiring.Secret, revoked, disabled, gone })
        {
            Assert.Equal(HttpStatusCode.OK, await AskAsync(server, secret));
        }

        Assert.Equal(HttpStatusCode.NoContent, (await server.Client.DeleteAsync("/api/v1/tokens/t2", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(server, revoked));
        time.Shift = TimeSpan.FromDays(1);
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(server, expiring.Secret));
        await server.Home.Workspace.Users.SaveAsync(anna with { Disabled = time.GetUtcNow() });
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(server, disabled));
        await server.Home.Workspace.Users.RemoveAsync(otto.Id);
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(server, gone));
    }

    [Fact]
    public async Task Token_OfSomebodyElse_IsUnknownExceptToAdmins()
    {
        await using var server = await ServerUnderTest.StartAsync();
        var theirs = await server.TokenAsync(await server.UserAsync("anna", Role.Viewer));
        var mine = await server.TokenAsync(await server.UserAsync("otto", Role.Editor));
        using var otto = server.ClientWith(mine);

        Assert.Equal(HttpStatusCode.NotFound, (await otto.DeleteAsync("/api/v1/tokens/t1", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await otto.GetAsync("/api/v1/tokens?all=true", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Single((await ServerUnderTest.ReadAsync<Page<TokenResponse>>(await otto.GetAsync("/api/v1/tokens", TestContext.Current.CancellationToken), HttpStatusCode.OK)).Items);
        var page = await server.GetAsync<Page<TokenResponse>>("/tokens?all=true&limit=1");
        Assert.Equal(("t2", "t2", 2), (Assert.Single(page.Items).Id, page.Next, page.Total));
        Assert.Equal("t1", Assert.Single((await server.GetAsync<Page<TokenResponse>>($"/tokens?all=true&limit=1&after={page.Next}")).Items).Id);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(server, theirs));
    }

    private static async Task<HttpStatusCode> AskAsync(ServerUnderTest server, string secret)
    {
        using var client = server.ClientWith(secret);
        return (await client.GetAsync("/api/v1/about", TestContext.Current.CancellationToken)).StatusCode;
    }
}
