using System.Net;
using Atelier.Api.Home;
using Atelier.Api.Problems;

namespace Atelier.Server.Tests.Serving;

public class ServerTests
{
    [Fact]
    public async Task About_OfAServer_SaysWhatItServes()
    {
        await using var server = await ServerUnderTest.StartAsync();

        var about = await server.GetAsync<AboutResponse>("/about");

        Assert.Equal("Atelier", about.Name);
        Assert.Equal([server.Root], about.Roots);
        Assert.False(about.Exposed);
    }

    [Fact]
    public async Task Address_Unknown_IsAProblemWithACode()
    {
        await using var server = await ServerUnderTest.StartAsync();

        await server.RefusedAsync(HttpMethod.Get, "/nothing-here", null, HttpStatusCode.NotFound, "ATL7005");
        await server.RefusedAsync(HttpMethod.Put, "/about", new { }, HttpStatusCode.MethodNotAllowed, "ATL7005");
        await server.RefusedAsync(HttpMethod.Get, "/about?colour=red", null, HttpStatusCode.BadRequest, "ATL7002");
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_OfARunningServer_IsOpenToEverybody(string path)
    {
        await using var server = await ServerUnderTest.StartAsync();
        using var client = server.ClientWith(null);

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(path, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Request_OfNobody_IsRefused()
    {
        await using var server = await ServerUnderTest.StartAsync();
        using var client = server.ClientWith(null);

        var problem = await ServerUnderTest.ReadAsync<Problem>(await client.GetAsync("/api/v1/about", TestContext.Current.CancellationToken), HttpStatusCode.Unauthorized);

        Assert.Equal("ATL7101", problem.Code);
    }
}
