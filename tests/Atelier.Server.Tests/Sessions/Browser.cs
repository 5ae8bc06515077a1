using System.Net;
using System.Net.Http.Json;
using Atelier.Api.Serialization;
using Atelier.Api.Sessions;
using Atelier.Server.Tests.Serving;

namespace Atelier.Server.Tests.Sessions;

/// <summary>What a browser does: keeps the cookie, sends the session's word with changes, says which page asks.</summary>
internal sealed class Browser : IDisposable
{
    private readonly HttpClient _client;
    private readonly CookieContainer _cookies = new();

    public Browser(ServerUnderTest server)
    {
        Address = server.App.Address;
        _client = new HttpClient(new SocketsHttpHandler { CookieContainer = _cookies, AllowAutoRedirect = false }) { BaseAddress = Address };
    }

    public Uri Address { get; }

    public string? Csrf { get; set; }

    /// <summary>What it says of the page that asks; null: nothing, as programs do.</summary>
    public string? Origin { get; set; }

    public string? Site { get; set; }

    /// <summary>The session's secret.</summary>
    public string? Cookie
    {
        get => _cookies.GetCookies(Address)["atelier_session"]?.Value;
        set => _cookies.Add(Address, new Cookie("atelier_session", value));
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1{path}") { Content = body is null ? null : JsonContent.Create(body, options: ApiJson.Options) };
        if (Csrf is not null)
        {
            request.Headers.Add("X-Atelier-Csrf", Csrf);
        }

        if (Origin is not null)
        {
            request.Headers.Add("Origin", Origin);
        }

        if (Site is not null)
        {
            request.Headers.Add("Sec-Fetch-Site", Site);
        }

        return await _client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<SessionResponse> SignInAsync(string name, string password = ServerUnderTest.Password)
    {
        var response = await SendAsync(HttpMethod.Post, "/session", new SignInRequest { Name = name, Password = password });
        var session = await ServerUnderTest.ReadAsync<SessionResponse>(response, HttpStatusCode.OK);
        Csrf = session.Csrf;
        return session;
    }

    public void Dispose() => _client.Dispose();
}
