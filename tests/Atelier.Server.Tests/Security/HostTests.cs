using System.Net;
using Atelier.Api.Problems;
using Atelier.Server.Security;
using Atelier.Server.Tests.Serving;

namespace Atelier.Server.Tests.Security;

public class HostTests
{
    [Theory]
    [InlineData("evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("127.0.0.1.nip.example:80", HttpStatusCode.MisdirectedRequest)]
    [InlineData("localhost.evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("10.0.0.7", HttpStatusCode.MisdirectedRequest)]
    [InlineData("localhost:1234", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("[::1]:80", HttpStatusCode.OK)]
    [InlineData("atelier.example.org", HttpStatusCode.OK)]
    public async Task Host_OfARequest_MustBeTheServers(string host, HttpStatusCode status)
    {
        await using var server = await ServerUnderTest.StartAsync(static options => options with { PublicUrl = new Uri("https://atelier.example.org/") });
        foreach (var path in new[] { "/api/v1/about", "/", "/health/live" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Host = host;

            var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);

            Assert.Equal((path, status), (path, response.StatusCode));
            if (status == HttpStatusCode.MisdirectedRequest)
            {
                Assert.Equal("ATL7115", (await ServerUnderTest.ReadAsync<Problem>(response, status)).Code);
            }
        }
    }

    [Theory]
    [InlineData("192.168.1.5", true)]
    [InlineData("[2001:db8::1]", true)]
    [InlineData("workshop", true)]
    [InlineData("WORKSHOP.local", true)]
    [InlineData("localhost", true)]
    [InlineData("evil.example", false)]
    [InlineData("", false)]
    public void Names_OfAnExposedServer_AreItsMachinesAndNumbers(string host, bool served) =>
        Assert.Equal(served, ServedNames.Of(new ServerOptions { Home = "/h", Roots = ["/"], Address = IPAddress.Any }, "workshop").Has(host));
}
