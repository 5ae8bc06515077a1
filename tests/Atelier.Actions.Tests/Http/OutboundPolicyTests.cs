using System.Net;
using Atelier.Actions.Http;
using Atelier.Sdk;
using Xunit;

namespace Atelier.Actions.Tests.Http;

/// <summary>What steps must not reach, by whatever way of writing, resolving, redirecting or passing on.</summary>
public sealed class OutboundPolicyTests : IDisposable
{
    private readonly FakeContext _context = new();

    public void Dispose() => _context.Dispose();

    [Theory]
    [InlineData("http://0177.0.0.1:{0}/")]
    [InlineData("http://017700000001:{0}/")]
    [InlineData("http://0x7f000001:{0}/")]
    [InlineData("http://0x7f.0x0.0x0.0x1:{0}/")]
    [InlineData("http://127.1:{0}/")]
    [InlineData("http://127.0.1:{0}/")]
    [InlineData("http://[::1]:{0}/")]
    [InlineData("http://[::127.0.0.1]:{0}/")]
    [InlineData("http://[::ffff:7f00:1]:{0}/")]
    [InlineData("http://[::ffff:0:7f00:1]:{0}/")]
    [InlineData("http://[64:ff9b::127.0.0.1]:{0}/")]
    [InlineData("http://[0:0:0:0:0:0:0:1]:{0}/")]
    [InlineData("http://LOCALHOST:{0}/")]
    [InlineData("http://localhost.:{0}/")]
    [InlineData("http://１２７.０.０.１:{0}/")]
    [InlineData("http://127。0。0。1:{0}/")]
    [InlineData("http://example.org@127.0.0.1:{0}/")]
    [InlineData("http://127.0.0.1:{0}#@example.org/")]
    public async Task Loopback_HoweverWritten_IsNotReached(string url)
    {
        await using var server = new StubServer(static _ => StubAnswer.Json("1"));

        await _context.FailAsync("http.request", new { url = string.Format(url, server.Port) });

        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("::ffff:0:10.0.0.1")]
    [InlineData("64:ff9b:1::1")]
    [InlineData("2001:2::1")]
    [InlineData("2001:10::1")]
    [InlineData("3fff::1")]
    [InlineData("5f00::1")]
    [InlineData("2001::1")]
    [InlineData("ff02::1")]
    [InlineData("fec0::1")]
    [InlineData("::")]
    [InlineData("0.0.0.0")]
    [InlineData("255.255.255.255")]
    [InlineData("224.0.0.1")]
    [InlineData("192.0.0.170")]
    [InlineData("198.19.255.255")]
    public void Addresses_OfSpecialUse_AreNotPublic(string address) => Assert.False(PublicAddresses.IsPublic(IPAddress.Parse(address)));

    [Fact]
    public async Task Name_WithAPublicAndAPrivateAddress_IsRefused()
    {
        await using var server = new StubServer(static _ => StubAnswer.Json("1"));
        var connections = Connections(static _ => [IPAddress.Parse("8.8.8.8"), IPAddress.Loopback], PublicAddresses.IsPublic);

        Assert.Equal("ATL5301", (await SendAsync(connections, $"http://mixed.example:{server.Port}/"))!.Code);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Name_ThatTurnsPrivate_IsConnectedToWhereItWasCheckedAndCheckedEachTime()
    {
        await using var server = new StubServer(static _ => StubAnswer.Json("1"));
        var looked = 0;

        // The first answer passes for a public address; a second look-up for the same connection would get another.
        var connections = Connections(_ => ++looked == 1 ? [IPAddress.Loopback] : [IPAddress.IPv6Loopback], static address => address.Equals(IPAddress.Loopback));

        Assert.Null(await SendAsync(connections, $"http://rebinding.example:{server.Port}/"));
        Assert.Equal(1, looked);
        Assert.Equal("ATL5301", (await SendAsync(connections, $"http://rebinding.example:{server.Port}/"))!.Code);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Redirect_ToAPrivateAddress_IsRefusedEvenWhereAnyHostIsAllowed()
    {
        await using var inner = new StubServer(static _ => StubAnswer.Json("\"secret\""));
        await using var outer = new StubServer(_ => StubAnswer.Of("302 Found", $"Location: http://127.0.0.1:{inner.Port}/latest/meta-data", ""));
        var checks = 0;
        var connections = Connections(static _ => [IPAddress.Loopback], _ => ++checks == 1);
        var input = new HttpRequestInput { Url = $"http://outer.example:{outer.Port}/", Redirects = RedirectRule.Any };
        var exchange = new HttpExchange(input, connections.For(allowPrivate: false), TimeSpan.FromSeconds(10), _context);

        var failure = await Assert.ThrowsAsync<HttpFailureException>(async () => await exchange.SendAsync(new Uri(input.Url), CancellationToken.None));

        Assert.Equal("ATL5301", failure.Failure.Code);
        Assert.Single(outer.Requests);
        Assert.Empty(inner.Requests);
    }

    [Fact]
    public async Task ProxyOfTheEnvironment_UnlessTheHomeSaysSo_IsNotUsed()
    {
        await using var proxy = new StubServer(static _ => StubAnswer.Json("\"through the proxy\""));
        using var variables = new ProxyVariables(proxy.Url, except: null);

        Assert.Equal("ATL5301", (await _context.FailAsync("http.request", new { url = "http://127.0.0.1:9/" })).Code);
        Assert.Empty(proxy.Requests);
    }

    [Fact]
    public async Task ProxyOfTheHome_DoesNotMakeAWayToPrivateAddresses()
    {
        await using var proxy = new StubServer(static _ => StubAnswer.Json("\"through the proxy\""));
        await using var inside = new StubServer(static _ => StubAnswer.Json("\"inside\""));
        using var variables = new ProxyVariables(proxy.Url, except: "inside.example");
        var connections = Connections(static _ => [IPAddress.Loopback], PublicAddresses.IsPublic, new OutboundPolicy { UseProxy = true });

        // Names are the proxy's to resolve; addresses written as numbers, and what goes past the proxy, are looked at here.
        Assert.Null(await SendAsync(connections, "http://public.example/"));
        Assert.Equal("ATL5301", (await SendAsync(connections, "http://169.254.169.254/latest/meta-data"))!.Code);
        Assert.Equal("ATL5301", (await SendAsync(connections, "http://[::ffff:10.0.0.1]/"))!.Code);
        Assert.Equal("ATL5301", (await SendAsync(connections, $"http://inside.example:{inside.Port}/"))!.Code);
        Assert.Equal("http://public.example/", Assert.Single(proxy.Requests).Target);
        Assert.Empty(inside.Requests);
    }

    private static HttpConnections Connections(Func<string, IPAddress[]> resolve, Func<IPAddress, bool> isPublic, OutboundPolicy? policy = null) =>
        new(policy ?? new OutboundPolicy(), (host, _) => Task.FromResult(resolve(host)), isPublic);

    private static async Task<StepFailure?> SendAsync(HttpConnections connections, string url)
    {
        try
        {
            (await connections.For(allowPrivate: false).GetAsync(url)).Dispose();
            return null;
        }
        catch (Exception exception)
        {
            return HttpFailures.From(exception, new Uri(url), "GET");
        }
    }
}
