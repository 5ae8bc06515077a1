using System.Net;
using Atelier.Api.Problems;
using Atelier.Api.Runs;
using Atelier.Api.Security;
using Atelier.Api.Tokens;
using Atelier.Api.Workflows;
using Atelier.Server.Tests.Serving;

namespace Atelier.Server.Tests.Security;

public class InjectionTests
{
    private const string Script = "<script>alert(1)</script>";

    [Theory]
    [InlineData("/files?path=../..")]
    [InlineData("/files?path=/etc")]
    [InlineData("/files?path=..%2f..%2fetc")]
    [InlineData("/files?path=/proc/self")]
    [InlineData("/files?path=%00/etc")]
    [InlineData("/files?path=link")]
    public async Task Path_OutOfTheRoots_IsRefused(string path)
    {
        await using var server = await ServerUnderTest.StartAsync();
        Directory.CreateSymbolicLink(Path.Join(server.Root, "link"), "/etc");

        await server.RefusedAsync(HttpMethod.Get, path, null, HttpStatusCode.Forbidden, "ATL7203");
    }

    [Theory]
    [InlineData("/assets/../../secret.txt")]
    [InlineData("/assets/..%2f..%2fsecret.txt")]
    [InlineData("/assets/%2e%2e/%2e%2e/secret.txt")]
    [InlineData("/..%5c..%5csecret.txt")]
    [InlineData("//secret.txt")]
    public async Task Path_OutOfTheScreens_IsNotServed(string path)
    {
        var folder = Directory.CreateTempSubdirectory("atelier-ui-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Join(folder, "ui", "assets"));
            await File.WriteAllTextAsync(Path.Join(folder, "secret.txt"), "hunter2", TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(Path.Join(folder, "ui", "index.html"), "<!doctype html>", TestContext.Current.CancellationToken);
            await using var server = await ServerUnderTest.StartAsync(options => options with { UiFolder = Path.Join(folder, "ui") });
            using var client = server.ClientWith(null);
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.App.Address.GetLeftPart(UriPartial.Authority) + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));

            var text = await (await client.SendAsync(request, TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

            Assert.DoesNotContain("hunter2", text, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Screens_AndTheirFiles_CarryThePolicy()
    {
        var folder = Directory.CreateTempSubdirectory("atelier-ui-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Join(folder, "assets"));
            await File.WriteAllTextAsync(Path.Join(folder, "index.html"), "<!doctype html><title>x</title>", TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(Path.Join(folder, "assets", "main-1.js"), "export {}", TestContext.Current.CancellationToken);
            await using var server = await ServerUnderTest.StartAsync(options => options with { UiFolder = folder });
            using var client = server.ClientWith(null);
            foreach (var (path, type) in new[] { ("/", "text/html"), ("/runs/r1", "text/html"), ("/assets/main-1.js", "text/javascript") })
            {
                var response = await client.GetAsync(path, TestContext.Current.CancellationToken);

                Assert.Equal((path, HttpStatusCode.OK, type), (path, response.StatusCode, response.Content.Headers.ContentType?.MediaType));
                Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
                Assert.Contains("script-src 'self';", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Texts_OfOthers_ComeAsDataThatNoBrowserRuns()
    {
        await using var server = await ServerUnderTest.StartAsync();
        var source = $$"""
            name: hostile
            inputs:
              what: { type: string, default: "{{Script}}" }
            steps:
              - id: every
                for_each: '${[{"key": inputs.what, "value": 1}]}'
                as: item
                key: ${item.key}
                steps:
                  - id: say
                    uses: core.value
                    with: { value: "${inputs.what}" }
            outputs: { said: "${inputs.what}" }
            """;
        var version = await server.PostAsync<WorkflowVersion>("/workflows", new CreateWorkflowRequest { Sources = new Dictionary<string, string> { [string.Empty] = source } }, HttpStatusCode.Created);
        var run = await server.PostAsync<RunSummary>("/runs", new StartRunRequest { Workflow = "hostile", Version = version.Digest }, HttpStatusCode.Created);
        await server.Home.Engine.WaitAsync(new Atelier.Engine.Runs.RunId(long.Parse(run.Run[1..])));
        foreach (var path in new[] { $"/runs/{run.Run}", $"/runs/{run.Run}/blocks/1/items", $"/runs/{run.Run}/outcomes", $"/workflows/hostile/versions/{version.Digest}", $"/runs/{Uri.EscapeDataString(Script)}", $"/runs?text={Uri.EscapeDataString(Script)}" })
        {
            var response = await server.Client.GetAsync($"/api/v1{path}", TestContext.Current.CancellationToken);
            var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

            Assert.True(response.Content.Headers.ContentType?.MediaType is "application/json" or "application/problem+json", $"{path}: {response.Content.Headers.ContentType}");
            Assert.DoesNotContain("<script", text, StringComparison.OrdinalIgnoreCase);
            Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        }
    }

    [Theory]
    [InlineData("/runs/r0")]
    [InlineData("/runs/r-1")]
    [InlineData("/runs/r99999999999999999999")]
    [InlineData("/runs/..%2f..%2fhome")]
    [InlineData("/schedules/c999")]
    [InlineData("/schedules/999")]
    public async Task Ids_ThatAreGuessed_AreUnknown(string path)
    {
        await using var server = await ServerUnderTest.StartAsync();

        var response = await server.Client.GetAsync($"/api/v1{path}", TestContext.Current.CancellationToken);

        await ServerUnderTest.ReadAsync<Problem>(response, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Id_WithANul_IsNotUnderstood()
    {
        await using var server = await ServerUnderTest.StartAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await server.Client.GetAsync("/api/v1/runs/r1%00", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Secrets_OfPeople_AreInNoAnswerNoEntryAndNoFile()
    {
        await using var server = await ServerUnderTest.StartAsync();
        using var browser = new Sessions.Browser(server);
        await browser.SignInAsync("admin");
        string[] secrets = ["hunter2-hunter2-user", "hunter2-hunter2-secret", "hunter2-hunter2-typed"];
        await browser.SendAsync(HttpMethod.Post, "/users", new Atelier.Api.Users.CreateUserRequest { Name = "anna", Role = "viewer", Password = secrets[0] });
        await browser.SendAsync(HttpMethod.Put, "/secrets/s3", new Atelier.Api.Secrets.SetSecretRequest { Value = secrets[1] });
        await browser.SendAsync(HttpMethod.Post, "/session", new Atelier.Api.Sessions.SignInRequest { Name = secrets[2], Password = "x" });
        var token = await ServerUnderTest.ReadAsync<CreatedTokenResponse>(await browser.SendAsync(HttpMethod.Post, "/tokens", new CreateTokenRequest { Name = "ci", Scopes = ["read"] }), HttpStatusCode.Created);
        secrets = [.. secrets, token.Secret, browser.Cookie!, browser.Csrf!];

        foreach (var path in new[] { "/audit?limit=500", "/users", "/tokens?all=true", "/sessions", "/secrets" })
        {
            var text = await (await browser.SendAsync(HttpMethod.Get, path)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.All(secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        }

        foreach (var file in Directory.GetFiles(server.App.Options.Home, "*.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[stream.Length];
            await stream.ReadExactlyAsync(bytes, TestContext.Current.CancellationToken);
            Assert.All(secrets, secret => Assert.True(bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(secret)) < 0, file));
        }
    }
}
