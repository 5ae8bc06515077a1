using System.Net;
using Atelier.Api.Audit;
using Atelier.Api.Paging;
using Atelier.Api.Problems;
using Atelier.Api.Sessions;
using Atelier.Api.Users;
using Atelier.Server.Tests.Serving;
using Atelier.Server.Tests.Sessions;

namespace Atelier.Server.Tests.Users;

public class UserTests
{
    [Fact]
    public async Task User_FromTheFirstToTheLastDay()
    {
        await using var server = await ServerUnderTest.StartAsync();

        var created = await server.PostAsync<CreatedUserResponse>("/users", new CreateUserRequest { Name = "anna", DisplayName = "Anna", Role = "viewer" }, HttpStatusCode.Created);
        using var anna = new Browser(server);
        var session = await anna.SignInAsync("anna", created.Password!);
        Assert.True(session.MustChangePassword);
        Assert.False((await ServerUnderTest.ReadAsync<SessionResponse>(await anna.SendAsync(HttpMethod.Post, "/session/password", new ChangePasswordRequest { Current = created.Password!, New = "one two three four" }), HttpStatusCode.OK)).MustChangePassword);
        Assert.NotNull((await server.GetAsync<Page<UserResponse>>("/users?limit=1")).Items[0].Name);

        var promoted = await ChangeAsync(server, created.User.Id, new UpdateUserRequest { Role = "editor" });
        Assert.Equal("editor", promoted.User.Role);
        Assert.Contains("edit", (await ServerUnderTest.ReadAsync<SessionResponse>(await anna.SendAsync(HttpMethod.Get, "/session"), HttpStatusCode.OK)).Scopes);

        Assert.True((await ChangeAsync(server, created.User.Id, new UpdateUserRequest { Disabled = true })).User.Disabled);
        Assert.Equal(HttpStatusCode.Unauthorized, (await anna.SendAsync(HttpMethod.Get, "/session")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await anna.SendAsync(HttpMethod.Post, "/session", new SignInRequest { Name = "anna", Password = "one two three four" })).StatusCode);

        var reset = await ChangeAsync(server, created.User.Id, new UpdateUserRequest { Disabled = false, ResetPassword = true });
        Assert.NotNull(reset.Password);
        await anna.SignInAsync("anna", reset.Password);

        Assert.Equal(HttpStatusCode.NoContent, (await server.Client.DeleteAsync($"/api/v1/users/{created.User.Id}", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await anna.SendAsync(HttpMethod.Get, "/session")).StatusCode);
        await server.RefusedAsync(HttpMethod.Delete, $"/users/{created.User.Id}", null, HttpStatusCode.NotFound, "ATL7109");
    }

    [Fact]
    public async Task Users_WithMistakes_AreRefused()
    {
        await using var server = await ServerUnderTest.StartAsync();
        var admin = (await server.GetAsync<Page<UserResponse>>("/users")).Items.Single();

        await server.RefusedAsync(HttpMethod.Post, "/users", new CreateUserRequest { Name = "ADMIN", Role = "viewer" }, HttpStatusCode.Conflict, "ATL7108");
        await server.RefusedAsync(HttpMethod.Post, "/users", new CreateUserRequest { Name = "a b", Role = "viewer" }, HttpStatusCode.UnprocessableEntity, "ATL7107");
        await server.RefusedAsync(HttpMethod.Post, "/users", new CreateUserRequest { Name = "anna", Role = "viewer", Password = "short" }, HttpStatusCode.UnprocessableEntity, "ATL7105");
        await server.RefusedAsync(HttpMethod.Post, "/users", new CreateUserRequest { Name = "anna", Role = "owner" }, HttpStatusCode.BadRequest, "ATL7001");
        await server.RefusedAsync(HttpMethod.Patch, $"/users/{admin.Id}", new UpdateUserRequest { Role = "viewer" }, HttpStatusCode.Conflict, "ATL7110");
        await server.RefusedAsync(HttpMethod.Delete, $"/users/{admin.Id}", null, HttpStatusCode.Conflict, "ATL7110");
        await server.RefusedAsync(HttpMethod.Get, "/users?limit=501", null, HttpStatusCode.BadRequest, "ATL7002");
    }

    [Fact]
    public async Task Audit_OfWhatWasDone_IsReadByPagesAndFilters()
    {
        await using var server = await ServerUnderTest.StartAsync();
        using var browser = new Browser(server);
        await browser.SignInAsync("admin");
        for (var index = 0; index < 5; index++)
        {
            await browser.SendAsync(HttpMethod.Post, "/users", new CreateUserRequest { Name = $"user{index}", Role = "viewer", Password = "one two three four" });
        }

        using var stranger = new Browser(server);
        await stranger.SendAsync(HttpMethod.Post, "/session", new SignInRequest { Name = "my password by mistake", Password = "x" });

        var first = await server.GetAsync<Page<AuditEntry>>("/audit?action=user.*&limit=3");
        var rest = await server.GetAsync<Page<AuditEntry>>($"/audit?action=user.*&limit=3&after={first.Next}");
        Assert.Equal(["user4", "user3", "user2", "user1", "user0"], first.Items.Concat(rest.Items).Select(static entry => entry.Target));
        Assert.Null(rest.Next);
        Assert.All(first.Items, static entry => Assert.Equal(("admin", "done", 201), (entry.Actor, entry.Outcome, entry.Status)));
        Assert.Equal("viewer", first.Items[0].Detail!.Value.GetProperty("role").GetString());
        Assert.Equal(6, (await server.GetAsync<Page<AuditEntry>>("/audit?actor=ADMIN")).Items.Count);
        var failed = Assert.Single((await server.GetAsync<Page<AuditEntry>>("/audit?target=(unknown)")).Items);
        Assert.Equal(("anonymous", "refused", 401, "ATL7102"), (failed.Actor, failed.Outcome, failed.Status, failed.Detail!.Value.GetProperty("code").GetString()));
        await server.RefusedAsync(HttpMethod.Get, "/audit?after=x", null, HttpStatusCode.BadRequest, "ATL7002");
    }

    private static async Task<CreatedUserResponse> ChangeAsync(ServerUnderTest server, string id, UpdateUserRequest change)
    {
        using var content = System.Net.Http.Json.JsonContent.Create(change, options: Atelier.Api.Serialization.ApiJson.Options);
        return await ServerUnderTest.ReadAsync<CreatedUserResponse>(await server.Client.PatchAsync($"/api/v1/users/{id}", content, TestContext.Current.CancellationToken), HttpStatusCode.OK);
    }
}
