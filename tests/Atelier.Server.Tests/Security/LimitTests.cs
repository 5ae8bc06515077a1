using System.Net;
using System.Net.Sockets;
using System.Text;
using Atelier.Api.Problems;
using Atelier.Server.Tests.Serving;

namespace Atelier.Server.Tests.Security;

public class LimitTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Body_LargerThanItsRouteTakes_IsRefused(bool saysItsLength)
    {
        await using var server = await ServerUnderTest.StartAsync();
        using var content = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes($$"""{"value":"{{new string('x', 2 << 20)}}"}""")));
        content.Headers.ContentType = new("application/json");
        content.Headers.ContentLength = saysItsLength ? content.Headers.ContentLength : null;
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/v1/secrets/big") { Content = content };
        request.Headers.TransferEncodingChunked = !saysItsLength;
        request.Headers.ExpectContinue = true;

        var problem = await ServerUnderTest.ReadAsync<Problem>(await server.Client.SendAsync(request, TestContext.Current.CancellationToken), HttpStatusCode.RequestEntityTooLarge);

        Assert.Equal("ATL7003", problem.Code);
    }

    [Fact]
    public async Task Body_NestedTooDeeply_IsRefused()
    {
        await using var server = await ServerUnderTest.StartAsync();
        using var content = new StringContent(string.Concat(Enumerable.Repeat("{\"inputs\":", 5_000)) + "1" + new string('}', 5_000), Encoding.UTF8, "application/json");

        var response = await server.Client.PostAsync("/api/v1/runs", content, TestContext.Current.CancellationToken);

        Assert.Equal("ATL7001", (await ServerUnderTest.ReadAsync<Problem>(response, HttpStatusCode.BadRequest)).Code);
    }

    [Fact]
    public async Task Body_ThatIsMissing_IsSaid()
    {
        await using var server = await ServerUnderTest.StartAsync();

        Assert.Equal("the request has no body", (await server.RefusedAsync(HttpMethod.Post, "/runs", null, HttpStatusCode.BadRequest, "ATL7001")).Detail);
    }

    [Fact]
    public async Task Body_ThatIsNoJson_IsRefused()
    {
        await using var server = await ServerUnderTest.StartAsync();
        using var form = new FormUrlEncodedContent([new("name", "admin"), new("password", "x")]);

        // A form of another site can send this without asking first.
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await server.Client.PostAsync("/api/v1/session", form, TestContext.Current.CancellationToken)).StatusCode);
        using var text = new StringContent("""{"name":"admin","password":"x"}""", Encoding.UTF8, "text/plain");
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await server.Client.PostAsync("/api/v1/session", text, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Requests_MoreThanTheShare_AreToldToWaitAndLeaveNoEntry()
    {
        await using var server = await ServerUnderTest.StartAsync(static options => options with { RequestsOfNobody = 10 });
        using var nobody = server.ClientWith(null);
        var answers = new List<HttpResponseMessage>();
        for (var index = 0; index < 200; index++)
        {
            answers.Add(await nobody.PostAsync("/api/v1/runs", null, TestContext.Current.CancellationToken));
        }

        var held = answers.Where(static answer => answer.StatusCode == HttpStatusCode.TooManyRequests).ToList();
        Assert.NotEmpty(held);
        Assert.Equal("ATL7004", (await ServerUnderTest.ReadAsync<Problem>(held[0], HttpStatusCode.TooManyRequests)).Code);
        Assert.True(held[0].Headers.RetryAfter!.Delta >= TimeSpan.FromSeconds(1));
        Assert.Equal(answers.Count - held.Count, server.Home.Workspace.Audit.Read(new Atelier.Workspace.Audit.AuditFilter { Action = "run.start", Limit = 500 }).Count);

        // Others have a share of their own.
        Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync("/api/v1/about", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("GET /api/v1/about HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")]
    [InlineData("POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{")]
    [Trait("Speed", "Slow")]
    public async Task Sender_ThatIsTooSlow_IsHungUpOn(string beginning)
    {
        await using var server = await ServerUnderTest.StartAsync();
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, server.App.Address.Port, TestContext.Current.CancellationToken);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(beginning), TestContext.Current.CancellationToken);

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        using var answer = new MemoryStream();
        try
        {
            await stream.CopyToAsync(answer, patience.Token);
        }
        catch (IOException)
        {
            // Hung up without a word.
        }

        var text = Encoding.ASCII.GetString(answer.ToArray());
        Assert.True(text.Length == 0 || text.StartsWith("HTTP/1.1 408", StringComparison.Ordinal), text);
    }
}
