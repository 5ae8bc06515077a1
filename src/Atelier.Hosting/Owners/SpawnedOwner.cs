using System.Diagnostics;
using Atelier.Engine.Stores;
using Atelier.Storage.Homes;

namespace Atelier.Hosting.Owners;

/// <summary>The owner that a command starts in the background, as long as the command waits for it.</summary>
internal sealed class SpawnedOwner(string home, TimeProvider time) : IDisposable
{
    private Process? _process;

    /// <summary>Starts it at the first call.</summary>
    /// <exception cref="StoreException">It ended at once; why the home cannot be owned.</exception>
    public void StartOnceOrThrow()
    {
        if (_process is null)
        {
            _process = DetachedOwner.Start(home);
        }
        else if (_process.HasExited && _process.ExitCode != 0)
        {
            // What kept it from owning the home keeps this process too, and here it can be told.
            HomeFolder.TryOpen(home, time)?.Dispose();
        }
    }

    public void Dispose() => _process?.Dispose();
}
