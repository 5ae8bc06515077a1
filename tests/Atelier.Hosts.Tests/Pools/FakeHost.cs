using System.Text;
using System.Text.Json;
using Atelier.Hosts.Pools;

namespace Atelier.Hosts.Tests.Pools;

/// <summary>A pool over <c>fake-host.mjs</c> with the log of what reached it.</summary>
internal sealed class FakeHost : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("atelier-test-").FullName;

    public FakeHost(string mode = "", Func<HostOptions, HostOptions>? change = null, TimeProvider? time = null)
    {
        var options = new HostOptions
        {
            Name = "fake",
            Command = ["node", Path.Join(AppContext.BaseDirectory, "Pools", "fake-host.mjs")],
            Environment = new Dictionary<string, string?> { ["FAKE_LOG"] = Log, ["FAKE_MODE"] = mode },
            RuntimeFolder = _folder,
            Slots = 3,
            CallTimeout = TimeSpan.FromSeconds(60),
        };
        Pool = new HostPool(change?.Invoke(options) ?? options, time ?? TimeProvider.System);
    }

    public HostPool Pool { get; }

    public string Gate => Path.Join(_folder, "gate");

    private string Log => Path.Join(_folder, "log");

    public string[] Requests() => File.Exists(Log) ? File.ReadAllLines(Log) : [];

    public int Reached(string operation, string name) => Requests().Count(line => line.StartsWith($"{operation} {name} ", StringComparison.Ordinal));

    public IReadOnlyList<string> Leftovers() => Directory.GetDirectories(_folder);

    public void OpenGate() => File.WriteAllText(Gate, string.Empty);

    public Task<HostAnswer> CallAsync(string operation, string name, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        Pool.CallAsync(operation, JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["name"] = name, ["gate"] = Gate }), timeout, cancellationToken).AsTask();

    public static string Name(HostAnswer answer)
    {
        var done = Xunit.Assert.IsType<HostAnswer.Done>(answer);
        return JsonDocument.Parse(Encoding.UTF8.GetString(done.Body.Span)).RootElement.GetProperty("name").GetString()!;
    }

    public async ValueTask DisposeAsync()
    {
        await Pool.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
