using System.Collections.Concurrent;
using Atelier.Engine.Secrets;
using Atelier.Hosting.Actions;
using Atelier.Hosting.Homes;
using Atelier.Sdk.Models;

namespace Atelier.Hosting.Models;

/// <summary>The models of a worker's own machine: those that its home knows. Reads nothing and starts nothing before the first question.</summary>
public sealed class WorkerModels : IAsyncDisposable, ISecretSource
{
    private readonly Lazy<HomeReader?> _reader;
    private readonly Lazy<HomeModels> _models;
    private readonly ConcurrentDictionary<string, Lazy<IModels>> _scopes = new(StringComparer.Ordinal);

    /// <summary>Makes one; the home need not exist.</summary>
    /// <param name="home">Absolute path of the home of this machine.</param>
    /// <param name="time">The clock.</param>
    public WorkerModels(string home, TimeProvider time)
    {
        _reader = new Lazy<HomeReader?>(() => HomeReader.TryOpen(home, time));
        _models = new Lazy<HomeModels>(() => new HomeModels(home, ActionSet.HostFolder, this, time));
    }

    /// <summary>The models as a workflow of a folder sees them.</summary>
    public IModels For(string baseFolder) => _scopes.GetOrAdd(baseFolder, folder => new Lazy<IModels>(() => _models.Value.OfHome(folder))).Value;

    /// <inheritdoc />
    public string? Find(string name) => _reader.Value?.Secrets.Find(name);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var scope in _scopes.Values)
        {
            (scope.Value as IDisposable)?.Dispose();
        }

        if (_models.IsValueCreated)
        {
            await _models.Value.DisposeAsync().ConfigureAwait(false);
        }

        if (_reader.IsValueCreated)
        {
            _reader.Value?.Dispose();
        }
    }
}
