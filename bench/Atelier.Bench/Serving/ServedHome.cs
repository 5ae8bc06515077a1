using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Atelier.Bench.Engine;
using Atelier.Bench.Store;

namespace Atelier.Bench.Serving;

/// <summary>The built server in a process of its own, over a new home, as people start it.</summary>
internal sealed partial class ServedHome : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Process _process;

    public ServedHome()
    {
        var token = Path.Join(_folder.Path, "token");
        var start = new ProcessStartInfo(Path.Join(Repository.Root(), "atelier"), ["serve", "--home", Path.Join(_folder.Path, "home"), "--root", _folder.Path, "--port", "0", "--token-file", token]) { RedirectStandardOutput = true };
        _process = Process.Start(start)!;
        var address = Address().Match(_process.StandardOutput.ReadLine() ?? string.Empty);
        if (!address.Success)
        {
            throw new InvalidOperationException("the server did not start");
        }

        while (!File.Exists(token))
        {
            Thread.Yield();
        }

        Client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256 }) { BaseAddress = new Uri(address.Value + "api/v1/"), Timeout = TimeSpan.FromMinutes(5) };
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", File.ReadAllText(token).Trim());
    }

    /// <summary>Files that inputs may name.</summary>
    public string Folder => _folder.Path;

    public HttpClient Client { get; }

    /// <summary>MiB of resident memory.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 >> 20;
        }
    }

    /// <summary>Registers a workflow; answers its digest.</summary>
    public async Task<string> RegisterAsync(string yaml) =>
        (await AskAsync(HttpMethod.Post, "workflows", new { sources = new Dictionary<string, string> { [""] = yaml } })).GetProperty("digest").GetString()!;

    /// <summary>Asks; an answer that is no success ends the measurement.</summary>
    public async Task<JsonElement> AskAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        }

        using var response = await Client.SendAsync(request);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        return response.IsSuccessStatusCode ? JsonElement.Parse(bytes) : throw new InvalidOperationException($"{method} {path}: {(int)response.StatusCode} {Encoding.UTF8.GetString(bytes)}");
    }

    public void Dispose()
    {
        Client.Dispose();
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        _folder.Dispose();
    }

    [GeneratedRegex("http://[^ ]+$")]
    private static partial Regex Address();
}
