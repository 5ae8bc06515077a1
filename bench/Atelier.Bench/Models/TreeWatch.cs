namespace Atelier.Bench.Models;

/// <summary>Looks at a tree of processes five times a second: its largest memory, and how many hosts of models it started.</summary>
internal sealed class TreeWatch : IAsyncDisposable
{
    private const string ModelHost = "dist/models/main.js";
    private readonly CancellationTokenSource _ended = new();
    private readonly HashSet<int> _hosts = [];
    private readonly Task _watching;

    /// <summary>Watches from now on.</summary>
    public TreeWatch(int root)
    {
        foreach (var host in ProcessTree.Running(root, ModelHost))
        {
            Before.Add(host);
        }

        _watching = Task.Run(() => WatchAsync(root));
    }

    /// <summary>Most bytes seen.</summary>
    public long Peak => Parts.Values.Sum();

    /// <summary>Bytes by part when they were most.</summary>
    public IReadOnlyDictionary<string, long> Parts { get; private set; } = new Dictionary<string, long>();

    /// <summary><c>612 MB (engine 180, media 210, models 222)</c>.</summary>
    public string PeakText => $"{Peak / 1e6:F0} MB ({string.Join(", ", Parts.OrderBy(static part => part.Key, StringComparer.Ordinal).Select(static part => $"{part.Key} {part.Value / 1e6:F0}"))})";

    /// <summary>Hosts of models that were started meanwhile.</summary>
    public int Loads => _hosts.Count(host => !Before.Contains(host));

    private HashSet<int> Before { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _watching;
        _ended.Dispose();
    }

    private async Task WatchAsync(int root)
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(200), TimeProvider.System);
        try
        {
            do
            {
                var parts = ProcessTree.Bytes(root);
                if (parts.Values.Sum() > Peak)
                {
                    Parts = parts;
                }

                _hosts.UnionWith(ProcessTree.Running(root, ModelHost));
            }
            while (await ticks.WaitForNextTickAsync(_ended.Token));
        }
        catch (OperationCanceledException)
        {
        }
    }
}
