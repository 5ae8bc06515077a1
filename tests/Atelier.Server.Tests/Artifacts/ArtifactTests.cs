using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Atelier.Api.Artifacts;
using Atelier.Api.Items;
using Atelier.Api.Paging;
using Atelier.Server.Tests.Runs;
using Atelier.Server.Tests.Serving;

namespace Atelier.Server.Tests.Artifacts;

public class ArtifactTests
{
    private static readonly byte[] Png = Convert.FromHexString("89504E470D0A1A0A0000000D49484452");

    [Fact]
    public async Task Upload_OfLargeBytes_CanBeReadByRanges()
    {
        await using var server = await ServerUnderTest.StartAsync();
        var bytes = new byte[3_000_000];
        new Random(7).NextBytes(bytes);
        var kept = await UploadAsync(server, bytes, "application/x-made", "../a b.bin");

        var whole = await SendAsync(server, HttpMethod.Get, kept.Digest);
        var part = await SendAsync(server, HttpMethod.Get, kept.Digest, static request => request.Headers.Range = new RangeHeaderValue(1_000_000, 1_000_009));
        var head = await SendAsync(server, HttpMethod.Head, kept.Digest);
        var same = await SendAsync(server, HttpMethod.Get, kept.Digest, request => request.Headers.IfNoneMatch.Add(new EntityTagHeaderValue($"\"{kept.Digest}\"")));
        var beyond = await SendAsync(server, HttpMethod.Get, kept.Digest, static request => request.Headers.Range = new RangeHeaderValue(4_000_000, null));

        Assert.Equal(("a b.bin", 3_000_000L), (kept.Name, kept.Size));
        Assert.Equal(bytes, await whole.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(bytes[1_000_000..1_000_010], await part.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(3_000_000, head.Content.Headers.ContentLength);
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, beyond.StatusCode);
        Assert.Equal($"\"{kept.Digest}\"", whole.Headers.ETag?.Tag);
        Assert.Contains("immutable", whole.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html><script>alert(1)</script></html>", "text/html", "text/html")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "image/svg+xml", "image/svg+xml")]
    [InlineData("%PDF-1.4 something", "application/pdf", "application/pdf")]
    [InlineData("alert(1)", "text/javascript", "text/javascript")]
    [InlineData("%PDF-1.4 said to be a picture", "image/png", "application/pdf")]
    public async Task Get_OfWhatABrowserCouldRun_IsSavedNeverShown(string text, string recorded, string type)
    {
        await using var server = await ServerUnderTest.StartAsync();
        var kept = await UploadAsync(server, Encoding.UTF8.GetBytes(text), recorded, "page");

        var response = await SendAsync(server, HttpMethod.Get, $"{kept.Digest}?name=page.html&type={Uri.EscapeDataString(recorded)}");

        Assert.Equal("attachment", response.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("sandbox", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task Get_OfAPicture_IsShownAsWhatItIs()
    {
        await using var server = await ServerUnderTest.StartAsync();
        var kept = await UploadAsync(server, Png, "text/html", null);

        var shown = await SendAsync(server, HttpMethod.Get, $"{kept.Digest}?type=text/html");
        var saved = await SendAsync(server, HttpMethod.Get, $"{kept.Digest}?download=true&name=p.png");
        var text = await SendAsync(server, HttpMethod.Get, (await UploadAsync(server, "plain words"u8.ToArray(), "application/octet-stream", null)).Digest);

        Assert.Equal(("inline", "image/png"), (shown.Content.Headers.ContentDisposition?.DispositionType, shown.Content.Headers.ContentType?.MediaType));
        Assert.Equal("attachment", saved.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal(("inline", "text/plain"), (text.Content.Headers.ContentDisposition?.DispositionType, text.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task Get_OfALinkedFile_FollowsItUntilItChanges()
    {
        await using var server = await ServerUnderTest.StartAsync();
        await File.WriteAllBytesAsync(Path.Join(server.Root, "a.png"), Png, TestContext.Current.CancellationToken);
        var run = await server.RunAsync("""
            name: listed
            inputs:
              folder: { type: path }
            steps:
              - id: find
                uses: files.list
                with: { path: "${inputs.folder}" }
              - id: pictures
                for_each: ${find}
                as: picture
                steps:
                  - id: keep
                    uses: core.value
                    with: { value: "${picture.name}" }
            """, new { folder = server.Root });
        var item = Assert.Single((await server.GetAsync<ItemPage>($"/runs/{run}/blocks/1/items")).Items);

        var before = await SendAsync(server, HttpMethod.Get, item.Picture!);
        await File.WriteAllTextAsync(Path.Join(server.Root, "a.png"), "something else", TestContext.Current.CancellationToken);
        await server.RefusedAsync(HttpMethod.Get, $"/artifacts/{item.Picture}", null, HttpStatusCode.Conflict, "ATL3203");

        Assert.Equal(Png, await before.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Empty((await server.GetAsync<Page<ArtifactResponse>>($"/runs/{run}/artifacts")).Items);
    }

    [Fact]
    public async Task Get_OfWhatIsNotThere_IsRefused()
    {
        await using var server = await ServerUnderTest.StartAsync();
        var none = "sha256:" + new string('0', 64);

        await server.RefusedAsync(HttpMethod.Get, $"/artifacts/{none}", null, HttpStatusCode.NotFound, "ATL7006");
        await server.RefusedAsync(HttpMethod.Get, $"/artifacts/{none}?size=256", null, HttpStatusCode.NotFound, "ATL7006");
        await server.RefusedAsync(HttpMethod.Get, $"/artifacts/{none}?size=300", null, HttpStatusCode.BadRequest, "ATL7002");
        await server.RefusedAsync(HttpMethod.Get, "/artifacts/..%2F..%2Fetc%2Fpasswd", null, HttpStatusCode.NotFound, "ATL7006");
    }

    [Fact]
    public async Task Thumbnail_OfAPicture_IsASmallWebPThatBrowsersKeep()
    {
        await using var server = await ServerUnderTest.StartAsync();
        SkipWithoutHost(server);
        var pixel = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        var kept = await UploadAsync(server, pixel, "image/png", null);

        var made = await SendAsync(server, HttpMethod.Get, $"{kept.Digest}?size=64");
        var same = await SendAsync(server, HttpMethod.Get, $"{kept.Digest}?size=64", request => request.Headers.IfNoneMatch.Add(new EntityTagHeaderValue($"\"{kept.Digest}-64\"")));

        Assert.Equal((HttpStatusCode.OK, "image/webp"), (made.StatusCode, made.Content.Headers.ContentType?.MediaType));
        Assert.Equal("WEBP", Encoding.ASCII.GetString(await made.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), 8, 4));
        Assert.Contains("immutable", made.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
    }

    [Fact]
    public async Task Thumbnail_OfABrokenPicture_FailsCleanly()
    {
        await using var server = await ServerUnderTest.StartAsync();
        SkipWithoutHost(server);
        var kept = await UploadAsync(server, Png, "image/png", null);

        await server.RefusedAsync(HttpMethod.Get, $"/artifacts/{kept.Digest}?size=256", null, HttpStatusCode.UnprocessableEntity, "ATL7501");
    }

    private static void SkipWithoutHost(ServerUnderTest server)
    {
        if (Atelier.Hosts.Media.MediaHostPool.Check(server.Home.Actions.MediaHost) is { } missing)
        {
            Assert.Skip(missing);
        }
    }

    private static async Task<ArtifactResponse> UploadAsync(ServerUnderTest server, byte[] bytes, string type, string? name)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        var response = await server.Client.PostAsync($"/api/v1/artifacts{(name is null ? string.Empty : $"?name={Uri.EscapeDataString(name)}")}", content, TestContext.Current.CancellationToken);
        return await ServerUnderTest.ReadAsync<ArtifactResponse>(response, HttpStatusCode.Created);
    }

    private static async Task<HttpResponseMessage> SendAsync(ServerUnderTest server, HttpMethod method, string artifact, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1/artifacts/{artifact}");
        change?.Invoke(request);
        return await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
