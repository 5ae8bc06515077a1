using System.Net;
using System.Threading.Channels;
using Atelier.Server.Tests.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Atelier.Server.Tests.Metrics;

public class TelemetryTests
{
    [Fact]
    public async Task Telemetry_WithACollector_ArrivesThere()
    {
        var paths = Channel.CreateUnbounded<string>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        await using var collector = builder.Build();
        collector.MapPost("/{**path}", async (HttpContext context) =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
            paths.Writer.TryWrite(context.Request.Path);
        });
        await collector.StartAsync(TestContext.Current.CancellationToken);

        await using var server = await ServerUnderTest.StartAsync(options => options with { TelemetryEndpoint = new Uri(collector.Urls.First()), TelemetryEvery = TimeSpan.FromMilliseconds(100) });

        string path;
        do
        {
            path = await paths.Reader.ReadAsync(TestContext.Current.CancellationToken);
        }
        while (path != "/v1/metrics");
    }

    [Fact]
    public async Task TokenFile_WhileTheServerLives_IsForItsUserAlone()
    {
        var folder = Directory.CreateTempSubdirectory("atelier-token-").FullName;
        var file = Path.Join(folder, "token");
        await using (var server = await ServerUnderTest.StartAsync(options => options with { TokenFile = file }))
        {
            using var client = server.ClientWith((await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Trim());

            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/about", TestContext.Current.CancellationToken)).StatusCode);
            Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        }

        Assert.False(File.Exists(file));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task ResetPassword_OfAUser_IsTheOneThatSignsIn()
    {
        await using var server = await ServerUnderTest.StartAsync();
        using var client = server.ClientWith(null);

        var password = await server.App.ResetPasswordAsync("Admin");

        Assert.Null(await server.App.ResetPasswordAsync("nobody"));
        Assert.Equal(HttpStatusCode.Unauthorized, await SignInAsync(client, server.App.FirstPassword!));
        Assert.Equal(HttpStatusCode.OK, await SignInAsync(client, password!));
    }

    private static async Task<HttpStatusCode> SignInAsync(HttpClient client, string password) =>
        (await client.PostAsync("/api/v1/session", new StringContent($$"""{"name":"admin","password":"{{password}}"}""", System.Text.Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken)).StatusCode;
}
