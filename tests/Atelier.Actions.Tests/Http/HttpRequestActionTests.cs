using System.Net;
using System.Text.Json;
using Atelier.Actions.Http;
using Atelier.Sdk;
using Xunit;

namespace Atelier.Actions.Tests.Http;

public sealed class HttpRequestActionTests : IDisposable
{
    private readonly FakeContext _context = new();

    [Fact]
    public async Task Get_SendsQueryAndHeaders_AndReadsJson()
    {
        await using var server = new StubServer(_ => StubAnswer.Of("200 OK", "Content-Type: application/json; charset=utf-8\r\nX-Left: 3", """{"a":"ü"}"""));

        var output = await RunAsync(new { url = server.Url + "/a?x=1", query = new { q = "a b&c", list = new[] { 1, 2 } }, headers = new { accept = "application/json" } });

        Assert.Equal("ü", output.GetProperty("body").GetProperty("a").GetString());
        Assert.Equal("3", output.GetProperty("headers").GetProperty("x-left").GetString());
        Assert.Equal(server.Url + "/a", output.GetProperty("url").GetString());
        var request = Assert.Single(server.Requests);
        Assert.Equal("/a?x=1&q=a%20b%26c&list=1&list=2", request.Target);
        Assert.Contains("accept: application/json", request.Head, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Idempotency-Key", request.Head, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Post_SendsJsonWithTheIdempotencyKey()
    {
        await using var server = new StubServer(_ => StubAnswer.Of("204 No Content", "", ""));

        var output = await RunAsync(new { url = server.Url, method = "post", json = new { a = 1 } });

        Assert.Equal(204, output.GetProperty("status").GetInt32());
        Assert.Equal(JsonValueKind.Null, output.GetProperty("body").ValueKind);
        var request = Assert.Single(server.Requests);
        Assert.Equal("""{"a":1}""", request.Body);
        Assert.Contains("Idempotency-Key: idem-1", request.Head);
        Assert.Contains("Content-Type: application/json", request.Head);
    }

    [Fact]
    public async Task Form_Multipart_AndRawArtifact_AreSent()
    {
        await using var server = new StubServer(_ => StubAnswer.Json("1"));
        var picture = _context.Memory.Add("<bytes>", "image/png", "a.png");

        await RunAsync(new { url = server.Url, method = "POST", form = new { a = "x y", b = 2 } });
        await RunAsync(new { url = server.Url, method = "POST", multipart = new object[] { new { name = "meta", value = new { n = 1 } }, new { name = "file", value = picture } } });
        await RunAsync(new { url = server.Url, method = "PUT", body = picture });

        var requests = server.Requests.ToArray();
        Assert.Equal("a=x+y&b=2", requests[0].Body);
        Assert.Contains("""{"n":1}""", requests[1].Body);
        Assert.Contains("filename=a.png", requests[1].Body);
        Assert.Contains("Content-Type: image/png", requests[1].Body);
        Assert.Equal("<bytes>", requests[2].Body);
        Assert.Contains("Content-Type: image/png", requests[2].Head);
    }

    [Fact]
    public async Task Picture_BecomesAnArtifact()
    {
        await using var server = new StubServer(_ => StubAnswer.Of("200 OK", "Content-Type: image/jpeg", "<jpeg>"));

        var output = await RunAsync(new { url = server.Url + "/x/mona%20lisa.jpg" });

        Assert.True(ActionJson.TryRead<Artifact>(output.GetProperty("artifact"), out var artifact, out _));
        Assert.Equal(("image/jpeg", "mona lisa.jpg", "<jpeg>"), (artifact.MediaType, artifact.Name, _context.Memory.Text(artifact)));
    }

    [Theory]
    [InlineData("429 Too Many Requests", "Retry-After: 7", FailureKind.Transient, 7)]
    [InlineData("503 Service Unavailable", "Retry-After: Fri, 20 Nov 2026 12:01:00 GMT", FailureKind.Transient, 60)]
    [InlineData("500 Internal Server Error", "X: y", FailureKind.Transient, null)]
    [InlineData("404 Not Found", "X: y", FailureKind.Permanent, null)]
    public async Task Status_ThatIsNotExpected_CarriesTheRetryDecision(string status, string header, FailureKind kind, int? retryAfter)
    {
        _context.Clock = new FrozenNow(new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero));
        await using var server = new StubServer(_ => StubAnswer.Of(status, header, "why it failed"));

        var failure = await FailAsync(new { url = server.Url + "/a?secret=1" });

        Assert.Equal((kind, "ATL5302", "why it failed"), (failure.Kind, failure.Code, failure.Detail));
        Assert.Equal(retryAfter, (int?)failure.RetryAfter?.TotalSeconds);
        Assert.DoesNotContain("secret", failure.Message);
    }

    [Fact]
    public async Task ExpectedStatus_MayBeOthers()
    {
        await using var server = new StubServer(_ => StubAnswer.Of("404 Not Found", "", ""));

        Assert.Equal(404, (await RunAsync(new { url = server.Url, expected_status = new object[] { "2xx", 404 } })).GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task Redirect_ToTheSameHost_IsFollowed()
    {
        await using var server = new StubServer(request => request.Target == "/a" ? StubAnswer.Of("302 Found", "Location: /b", "") : StubAnswer.Json("2"));

        Assert.Equal(server.Url + "/b", (await RunAsync(new { url = server.Url + "/a" })).GetProperty("url").GetString());
    }

    [Theory]
    [InlineData("http://localhost:1/x", "ATL5306")]
    [InlineData("file:///etc/passwd", "ATL5306")]
    [InlineData("/a", "ATL5306")]
    public async Task Redirect_ElsewhereOrInACircle_IsRefused(string location, string code)
    {
        await using var server = new StubServer(_ => StubAnswer.Of("302 Found", "Location: " + location, ""));

        Assert.Equal(code, (await FailAsync(new { url = server.Url + "/a" })).Code);
    }

    [Fact]
    public async Task Redirect_ToAnotherHost_WhenAllowed_CarriesNoCredentials()
    {
        await using var target = new StubServer(_ => StubAnswer.Json("2"));
        await using var server = new StubServer(_ => StubAnswer.Of("307 Temporary Redirect", $"Location: http://localhost:{target.Port}/x", ""));

        await RunAsync(new { url = server.Url, redirects = "any", headers = new { authorization = "Bearer s", accept = "x/y" } });

        Assert.DoesNotContain("Bearer", Assert.Single(target.Requests).Head);
        Assert.Contains("Bearer", Assert.Single(server.Requests).Head);
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}/")]
    [InlineData("http://localhost:{0}/")]
    [InlineData("http://2130706433:{0}/")]
    [InlineData("http://0x7f.1:{0}/")]
    [InlineData("http://[::ffff:127.0.0.1]:{0}/")]
    [InlineData("http://0.0.0.0:{0}/")]
    public async Task PrivateAddress_HoweverWritten_IsRefused(string url)
    {
        await using var server = new StubServer(_ => StubAnswer.Json("1"));

        var failure = await _context.FailAsync("http.request", new { url = string.Format(url, server.Port) });

        Assert.Equal(("ATL5301", FailureKind.Permanent), (failure.Code, failure.Kind));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task PrivateAddress_WhenTheHomeForbids_IsRefusedEvenIfAsked()
    {
        await using var server = new StubServer(_ => StubAnswer.Json("1"));
        var services = new ActionServices { Outbound = new OutboundPolicy { PrivateAddresses = PrivateAddresses.Never } };

        Assert.Equal("ATL5301", (await _context.FailAsync("http.request", new { url = server.Url, allow_private = true }, services)).Code);
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.0.1", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    public void IsPublic_FollowsTheRegistries(string address, bool expected) => Assert.Equal(expected, PublicAddresses.IsPublic(IPAddress.Parse(address)));

    [Fact]
    public async Task ServerThatIsOff_IsUnavailableAtItsOrigin()
    {
        var server = new StubServer(_ => StubAnswer.Json("1"));
        var url = server.Url;
        await server.DisposeAsync();

        var failure = await FailAsync(new { url = url + "/x" });

        Assert.Equal((FailureKind.Unavailable, "ATL5305", url, FailureEffect.None), (failure.Kind, failure.Code, failure.Endpoint, failure.Effect));
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 100\r\n\r\nhalf")]
    public async Task ServerThatStalls_IsUnavailable_AndAPostMayHaveHadAnEffect(string head)
    {
        await using var server = new StubServer(_ => StubAnswer.Raw(head, stall: true));

        var failure = await FailAsync(new { url = server.Url, method = "POST", timeout = "300ms" });

        Assert.Equal((FailureKind.Unavailable, server.Url, FailureEffect.Unknown), (failure.Kind, failure.Endpoint, failure.Effect));
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 100\r\n\r\nhalf")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhal")]
    [InlineData("nonsense\r\n\r\n")]
    [InlineData("")]
    public async Task ServerThatLies_IsTransient(string head)
    {
        await using var server = new StubServer(_ => StubAnswer.Raw(head));

        var failure = await FailAsync(new { url = server.Url });

        Assert.Equal((FailureKind.Transient, "ATL5304"), (failure.Kind, failure.Code));
    }

    [Theory]
    [InlineData("Content-Length: 5000\r\n")]
    [InlineData("")]
    public async Task Answer_ThatIsTooLarge_IsCutOff(string length)
    {
        await using var server = new StubServer(_ => StubAnswer.Raw($"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n{length}Connection: close\r\n\r\n", new byte[5_000]));

        Assert.Equal("ATL5303", (await FailAsync(new { url = server.Url, max_bytes = 1_000 })).Code);
    }

    [Fact]
    public async Task Answer_ThatIsNoJson_SaysWhere()
    {
        await using var server = new StubServer(_ => StubAnswer.Json("{\n oops"));

        var failure = await FailAsync(new { url = server.Url });

        Assert.Equal(("ATL5307", "{\n oops"), (failure.Code, failure.Detail));
    }

    [Fact]
    public async Task Pages_ByLinkHeader_AreJoined()
    {
        await using var server = new StubServer(request => request.Target switch
        {
            "/a" => StubAnswer.Of("200 OK", "Content-Type: application/json\r\nLink: </a?page=9>; rel=\"last\", </a?page=2>; rel=\"next\"", "[1,2]"),
            _ => StubAnswer.Json("[3]"),
        });

        var output = await RunAsync(new { url = server.Url + "/a", pages = new { next = "link" } });

        Assert.Equal("[1,2,3]", output.GetProperty("body").GetRawText());
        Assert.False(output.GetProperty("more").GetBoolean());
    }

    [Fact]
    public async Task Pages_ByCursor_AreJoinedUpToTheMaximum()
    {
        await using var server = new StubServer(request => StubAnswer.Json($$"""{"data":{"items":["{{request.Target}}"]},"next":{{Next(request.Target)}}}"""));
        var input = new { url = server.Url + "/a", query = new { q = 1 }, pages = new { next = "/next", param = "cursor", items = "/data/items" } };

        Assert.Equal("""["/a?q=1","/a?q=1&cursor=5","/a?q=1&cursor=6"]""", (await RunAsync(input)).GetProperty("body").GetRawText());
        var cut = await RunAsync(new { input.url, input.query, pages = new { next = "/next", param = "cursor", items = "/data/items", max = 2 } });
        Assert.True(cut.GetProperty("more").GetBoolean());

        static string Next(string target) => target.Contains("cursor=6", StringComparison.Ordinal) ? "null" : target.Contains("cursor=5", StringComparison.Ordinal) ? "6" : "5";
    }

    [Fact]
    public async Task Pages_ThatTurnInACircle_Fail()
    {
        await using var server = new StubServer(_ => StubAnswer.Json("""{"items":[],"next":"x"}"""));

        Assert.Equal("ATL5307", (await FailAsync(new { url = server.Url, pages = new { next = "/next", param = "c", items = "/items" } })).Code);
    }

    [Theory]
    [InlineData("""{"url":"ftp://a/b"}""")]
    [InlineData("""{"url":"a/b"}""")]
    [InlineData("""{"url":"http://u:p@a/b"}""")]
    [InlineData("""{"url":"http://a","json":1,"body":"x"}""")]
    [InlineData("""{"url":"http://a","timeout":"never"}""")]
    [InlineData("""{"url":"http://a","expected_status":"ok"}""")]
    [InlineData("""{"url":"http://a","pages":{"next":"cursor"}}""")]
    public async Task Input_ThatDoesNotFit_IsRefused(string input) => Assert.Equal("ATL5001", (await _context.FailAsync("http.request", input)).Code);

    [Fact]
    public void Endpoint_IsTheOrigin() =>
        Assert.Equal("http://a:81", ActionRuns.Find("http.request").GetEndpoint(ActionRuns.Json("""{"url":"http://a:81/b?c=d"}""")));

    public void Dispose() => _context.Dispose();

    private static JsonElement Allowed(object input)
    {
        var members = ActionRuns.ToJson(input).EnumerateObject().ToDictionary(member => member.Name, member => member.Value);
        members["allow_private"] = JsonElement.Parse("true");
        return JsonSerializer.SerializeToElement(members);
    }

    private Task<JsonElement> RunAsync(object input) => _context.SucceedAsync("http.request", Allowed(input));

    private Task<StepFailure> FailAsync(object input) => _context.FailAsync("http.request", Allowed(input));

    /// <summary>The wall clock stands still; timers run.</summary>
    private sealed class FrozenNow(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
