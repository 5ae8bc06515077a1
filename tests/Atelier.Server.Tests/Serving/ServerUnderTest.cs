using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Atelier.Api.Problems;
using Atelier.Api.Security;
using Atelier.Api.Serialization;
using Atelier.Hosting.Homes;
using Atelier.Workspace.Tokens;
using Atelier.Workspace.Users;
using Microsoft.Extensions.DependencyInjection;

namespace Atelier.Server.Tests.Serving;

/// <summary>A server over a home of its own in a folder of its own, on a port of its own; asked over real HTTP.</summary>
public sealed class ServerUnderTest : IAsyncDisposable
{
    /// <summary>The password of <c>admin</c>, and of every user that <see cref="UserAsync"/> adds.</summary>
    public const string Password = "correct horse battery";

    private readonly string _folder;

    private ServerUnderTest(string folder, ServerApp app)
    {
        _folder = folder;
        App = app;
        Client = ClientWith(app.StartToken);
    }

    public ServerApp App { get; }

    /// <summary>May do everything.</summary>
    public HttpClient Client { get; }

    /// <summary>The only root: files that inputs may name.</summary>
    public string Root => Path.Join(_folder, "files");

    /// <summary>The home it owns.</summary>
    public OwnedHome Home => App.Home;

    public static Task<ServerUnderTest> StartAsync() => StartAsync(static options => options);

    public static async Task<ServerUnderTest> StartAsync(Func<ServerOptions, ServerOptions> change, TimeProvider? time = null)
    {
        var folder = Directory.CreateTempSubdirectory("atelier-server-").FullName;
        Directory.CreateDirectory(Path.Join(folder, "files"));
        var options = change(new ServerOptions { Home = Path.Join(folder, "home"), Port = 0, Roots = [Path.Join(folder, "files")] });
        var home = OwnedHome.TryOpen(options.Home, time ?? TimeProvider.System, options.RemoteQueues)!;

        // A few iterations: what a hash costs is not what these tests are about.
        await home.Workspace.Users.AddFirstAsync(new NewUser("admin", "Administrator", Role.Admin, (time ?? TimeProvider.System).GetUtcNow()), PasswordHash.Of(Password, RandomNumberGenerator.GetBytes, iterations: 10));
        var app = await ServerApp.CreateAsync(options, home, time ?? TimeProvider.System);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new ServerUnderTest(folder, app);
    }

    /// <summary>A client of its own with a token, or with none.</summary>
    public HttpClient ClientWith(string? token)
    {
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = App.Address };
        if (token is not null)
        {
            client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        }

        return client;
    }

    /// <summary>Adds a user.</summary>
    public async Task<User> UserAsync(string name, Role role) =>
        (await Home.Workspace.Users.AddAsync(new NewUser(name, name, role, DateTimeOffset.UnixEpoch), PasswordHash.Of(Password, RandomNumberGenerator.GetBytes, iterations: 10)))!;

    /// <summary>The text of a token of a user with all scopes of the role.</summary>
    public async Task<string> TokenAsync(User user) =>
        (await App.Services.GetRequiredService<AccessTokens>().CreateAsync(user, Scopes.Of(user.Role), "test", Scopes.Of(user.Role), null)).Value!.Secret;

    /// <summary>Asks; the answer must be 200.</summary>
    public async Task<T> GetAsync<T>(string path) => await ReadAsync<T>(await Client.GetAsync($"/api/v1{path}", TestContext.Current.CancellationToken), HttpStatusCode.OK);

    /// <summary>Sends a body; the answer must have the status.</summary>
    public async Task<T> PostAsync<T>(string path, object? body, HttpStatusCode status = HttpStatusCode.OK) =>
        await ReadAsync<T>(await Client.PostAsJsonAsync($"/api/v1{path}", body, ApiJson.Options, TestContext.Current.CancellationToken), status);

    /// <summary>A request that must be refused with a status and a code.</summary>
    public async Task<Problem> RefusedAsync(HttpMethod method, string path, object? body, HttpStatusCode status, string code)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1{path}") { Content = body is null ? null : JsonContent.Create(body, options: ApiJson.Options) };
        var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        var problem = await ReadAsync<Problem>(response, status);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(code, problem.Code);
        return problem;
    }

    /// <summary>A body as a record; the status must be the one that is expected.</summary>
    public static async Task<T> ReadAsync<T>(HttpResponseMessage response, HttpStatusCode status)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == status, $"{response.RequestMessage?.Method} {response.RequestMessage?.RequestUri?.PathAndQuery}: {(int)response.StatusCode} instead of {(int)status}: {text}");
        return JsonSerializer.Deserialize<T>(text, ApiJson.Options)!;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await App.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
