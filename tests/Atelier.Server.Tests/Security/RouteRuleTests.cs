using System.Net;
using System.Text;
using Atelier.Api.Security;
using Atelier.Server.Tests.Serving;
using Atelier.Server.Tests.Sessions;
using Atelier.Workspace.Audit;

namespace Atelier.Server.Tests.Security;

/// <summary>Rules that hold for every address, walked through the server's own table of them.</summary>
public class RouteRuleTests
{
    // Open to everybody by their nature.
    private static readonly string[] Public = ["GET /", "GET /health/live", "GET /health/ready", "GET /openapi/v1.json", "POST /api/v1/session"];

    [Fact]
    public async Task Routes_All_SayWhatTheyNeedAndLeaveATraceOfChanges()
    {
        await using var server = await ServerUnderTest.StartAsync();
        var routes = RouteTable.Of(server);

        Assert.True(routes.Count > 40);
        Assert.All(routes, static route => Assert.True(route.Needs is not null, $"{route} says neither Requires nor Public"));
        Assert.Empty(routes.Where(static route => route.Needs == Scope.None).Select(static route => route.ToString()).Except(Public));
        Assert.Empty(routes.Where(static route => route.IsChange && route.Audited is null && !route.ChangesNothing).Select(static route => route.ToString()));
        Assert.Empty(routes.Where(static route => !route.IsChange && route.Audited is not null).Select(static route => route.ToString()));
        Assert.All(routes.Where(static route => route.Audited is not null), static route => Assert.Matches("^[a-z]+\\.[a-z_]+$", route.Audited));
    }

    [Fact]
    public async Task Routes_WithoutAToken_AreRefused()
    {
        await using var server = await StartAsync();
        using var nobody = server.ClientWith(null);
        using var guess = server.ClientWith("atl_" + new string('A', 43));
        using var other = server.ClientWith("Administrator");
        foreach (var route in Closed(server))
        {
            foreach (var client in new[] { nobody, guess, other })
            {
                Assert.Equal((route.ToString(), HttpStatusCode.Unauthorized), (route.ToString(), (await SendAsync(client, route)).StatusCode));
            }
        }
    }

    [Fact]
    public async Task Routes_WithTooSmallAScope_AreRefused()
    {
        await using var server = await StartAsync();
        var clients = new List<(Scope Has, HttpClient Client)>();
        foreach (var role in Enum.GetValues<Role>())
        {
            clients.Add((Scopes.Of(role), server.ClientWith(await server.TokenAsync(await server.UserAsync($"the-{role}", role)))));
        }

        foreach (var route in Closed(server))
        {
            foreach (var (has, client) in clients.Where(pair => !pair.Has.HasFlag(route.Needs!.Value)))
            {
                Assert.Equal((route.ToString(), has, HttpStatusCode.Forbidden), (route.ToString(), has, (await SendAsync(client, route)).StatusCode));
            }
        }

        clients.ForEach(static pair => pair.Client.Dispose());
    }

    [Fact]
    public async Task Changes_InABrowserWithoutItsWord_AreRefused()
    {
        await using var server = await StartAsync();
        using var browser = new Browser(server);
        await browser.SignInAsync("admin");
        var changes = Closed(server).Where(static route => route.IsChange).ToList();
        foreach (var (csrf, origin, site) in new (string?, string?, string?)[]
        {
            (null, null, null), ("x", null, null), (browser.Csrf + "x", null, null), (browser.Csrf, "https://evil.example", null), (browser.Csrf, "null", null),
            (browser.Csrf, null, "cross-site"), (browser.Csrf, null, "same-site"), (browser.Csrf, server.App.Address.GetLeftPart(UriPartial.Authority), "cross-site"),
        })
        {
            using var forged = new Browser(server) { Cookie = browser.Cookie, Csrf = csrf, Origin = origin, Site = site };
            foreach (var route in changes)
            {
                Assert.Equal((route.ToString(), csrf, origin, site, HttpStatusCode.Forbidden), (route.ToString(), csrf, origin, site, (await forged.SendAsync(new HttpMethod(route.Method), route.Path["/api/v1".Length..])).StatusCode));
            }
        }

        browser.Origin = server.App.Address.GetLeftPart(UriPartial.Authority);
        browser.Site = "same-origin";
        Assert.NotEqual(HttpStatusCode.Forbidden, (await browser.SendAsync(HttpMethod.Post, "/runs/r999/cancel")).StatusCode);
    }

    [Fact]
    public async Task Changes_WhateverTheirAnswer_LeaveOneEntryEach()
    {
        await using var server = await StartAsync();
        using var nobody = server.ClientWith(null);
        var viewer = await server.UserAsync("viewer", Role.Viewer);
        using var small = server.ClientWith(await server.TokenAsync(viewer));
        foreach (var route in RouteTable.Of(server).Where(static route => route.Audited is not null))
        {
            foreach (var (client, actor) in new[] { (nobody, null), (small, "viewer"), (server.Client, "start") })
            {
                foreach (var body in new[] { null, "{}", "{", "{\"surprise\": 1}" })
                {
                    var before = Last(server);
                    var response = await SendAsync(client, route, body);
                    var entries = server.Home.Workspace.Audit.Read(new AuditFilter()).TakeWhile(entry => entry.Seq > before).ToList();
                    if (entries.Count == 0 && route.Audited!.StartsWith("worker.", StringComparison.Ordinal) && response.IsSuccessStatusCode)
                    {
                        continue;
                    }

                    var entry = Assert.Single(entries).What;
                    Assert.Equal((route.ToString(), route.Audited, route.Needs == Scope.None ? null : actor, (int)response.StatusCode), (route.ToString(), entry.Action, entry.Actor.Name, entry.Status));
                    Assert.Equal(response.IsSuccessStatusCode ? AuditOutcome.Done : (int)response.StatusCode < 500 ? AuditOutcome.Refused : AuditOutcome.Failed, entry.Outcome);
                    Assert.Equal("127.0.0.1", entry.Address);
                }
            }
        }
    }

    [Fact]
    public async Task Answers_All_CarryTheHeadersAndNoFault()
    {
        await using var server = await StartAsync();
        foreach (var route in RouteTable.Of(server).Where(static route => !route.Path.EndsWith("/events", StringComparison.Ordinal) && !route.Path.EndsWith("/stream", StringComparison.Ordinal) && route.Path != "/api/v1/workers/claim"))
        {
            var response = await SendAsync(server.Client, route, route.IsChange ? "{}" : null);

            Assert.True((int)response.StatusCode != 500, $"{route}: {await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
            Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
            Assert.Contains("default-src 'none'", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            Assert.False(response.Headers.Contains("Server"));
            Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
            Assert.False(response.Headers.Contains("Strict-Transport-Security"));
        }
    }

    private static Task<ServerUnderTest> StartAsync() => ServerUnderTest.StartAsync(static options => options with { RequestsOfNobody = 100_000, RequestsOfPeople = 100_000 });

    private static IEnumerable<TabledRoute> Closed(ServerUnderTest server) => RouteTable.Of(server).Where(static route => route.Needs is not (null or Scope.None));

    private static long Last(ServerUnderTest server) => server.Home.Workspace.Audit.Read(new AuditFilter { Limit = 1 }) is [var last] ? last.Seq : 0;

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, TabledRoute route, string? body = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(route.Method), route.Path) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }
}
