using System.Net;
using System.Net.Http.Json;
using Atelier.Api.Http;
using Atelier.Api.Serialization;
using Atelier.Api.Sessions;
using Atelier.Api.Tokens;
using Atelier.Hosting.Homes;
using Atelier.Server;

namespace Atelier.Cli.Tests.Servers;

/// <summary>A server may go away and come back while somebody watches a run.</summary>
public sealed class RestartTests
{
    [Fact]
    public async Task WatchedRun_WhoseServerComesBack_IsShownToItsEnd()
    {
        using var sandbox = new Sandbox();
        var server = await StartAsync(sandbox, 0);
        var address = server.Address;
        sandbox.Write("token", await TokenAsync(server));
        var watcher = sandbox.Start("run", sandbox.Write("slow.yaml", Samples.Slow), "--json", "--server", address.ToString(), "--token-file", "token");
        await sandbox.UntilAsync(() => sandbox.LinesOf("begun") == 2);

        await server.DisposeAsync();
        await using var again = await StartAsync(sandbox, address.Port);
        sandbox.Write("open", string.Empty);
        var ended = await watcher.EndAsync();

        Assert.True(ended.Exit == 0, ended.Error);
        Assert.Equal(6, ended.Json.GetProperty("outputs").GetProperty("done").GetInt32());
    }

    private static async Task<ServerApp> StartAsync(Sandbox sandbox, int port)
    {
        var options = new ServerOptions { Home = sandbox.PathOf("home"), Port = port, Roots = [sandbox.Folder] };
        var server = await ServerApp.CreateAsync(options, OwnedHome.TryOpen(options.Home, TimeProvider.System)!, TimeProvider.System);
        await server.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    /// <summary>A token of a person, as one makes it in the browser: it outlives the server.</summary>
    private static async Task<string> TokenAsync(ServerApp server)
    {
        using var client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(server.Address, ApiHeaders.Base + "/") };
        var session = await PostAsync<SessionResponse>(client, "session", new SignInRequest { Name = "admin", Password = server.FirstPassword! });
        client.DefaultRequestHeaders.Add(ApiHeaders.Csrf, session.Csrf);
        return (await PostAsync<CreatedTokenResponse>(client, "tokens", new CreateTokenRequest { Name = "watcher", Scopes = ["read", "run", "edit"] })).Secret;
    }

    private static async Task<T> PostAsync<T>(HttpClient client, string path, object body)
    {
        using var response = await client.PostAsJsonAsync(path, body, ApiJson.Options, TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return (await response.Content.ReadFromJsonAsync<T>(ApiJson.Options, TestContext.Current.CancellationToken))!;
    }
}
