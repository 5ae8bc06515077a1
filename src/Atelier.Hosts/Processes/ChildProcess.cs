using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Atelier.Hosts.Processes;

/// <summary>
/// A program beside this process, in a session of its own. When it is ended, when it exits, and when this process dies in whatever
/// way (<c>kill -9</c> too), everything it started ends with it, daemons included. See <see cref="ChildLauncher"/> for how.
/// </summary>
public sealed class ChildProcess : IAsyncDisposable
{
    /// <summary>How long output may still flow after the end, when something that cannot be found still holds the pipe.</summary>
    private static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(2);

    private readonly Process _process;
    private readonly string _tag;
    private readonly long _since;
    private readonly bool _holdInput;

    private ChildProcess(Process process, string tag, long since, ChildProcessOptions options)
    {
        _process = process;
        _tag = tag;
        _since = since;
        _holdInput = options.HoldStandardInput;
        Id = process.Id;
        var output = LinePump.Start(process.StandardOutput.BaseStream, options.OnStandardOutput, options.MaxLineBytes, Kill);
        var error = LinePump.Start(process.StandardError.BaseStream, options.OnStandardError, options.MaxLineBytes, Kill);
        Exited = WatchAsync(Task.WhenAll(output, error));
    }

    /// <summary>The process id; also the id of its session and of its process group.</summary>
    public int Id { get; }

    /// <summary>Completes when it has ended, what it left behind has been killed, and its output has been read to the end.</summary>
    public Task<ChildExit> Exited { get; }

    /// <summary>Starts a program. False with a sentence when there is no such program or folder, or the system refuses.</summary>
    public static bool TryStart(ChildProcessOptions options, [NotNullWhen(true)] out ChildProcess? child, [NotNullWhen(false)] out string? problem)
    {
        child = null;
        if (!ChildLauncher.TryPrepare(options, out var start, out var tag, out problem))
        {
            return false;
        }

        try
        {
            var since = ProcessSession.Now();
            var process = Process.Start(start)!;
            child = new ChildProcess(process, tag, since, options);
            return true;
        }
        catch (Exception exception) when (exception is System.ComponentModel.Win32Exception or IOException)
        {
            problem = $"cannot start `{options.Command[0]}`: {exception.Message}";
            return false;
        }
    }

    /// <summary>Kills it and everything it started, at once. Does nothing when it has ended.</summary>
    public void Kill()
    {
        ProcessSession.Kill(Id, _tag, _since);
    }

    /// <summary>Asks it to end (SIGTERM to its whole process group), and kills what is left after <paramref name="grace"/>.</summary>
    public async Task<ChildExit> StopAsync(TimeSpan grace, TimeProvider time)
    {
        if (!Exited.IsCompleted)
        {
            ProcessSession.Terminate(Id);
            await Task.WhenAny(Exited, Task.Delay(grace, time, CancellationToken.None)).ConfigureAwait(false);
            if (!Exited.IsCompleted)
            {
                Kill();
            }
        }

        return await Exited.ConfigureAwait(false);
    }

    /// <summary>Kills it when it still runs, and waits for its end.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!Exited.IsCompleted)
        {
            Kill();
        }

        await Exited.ContinueWith(static _ => { }, TaskScheduler.Default).ConfigureAwait(false);
    }

    private async Task<ChildExit> WatchAsync(Task output)
    {
        await _process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        var exit = new ChildExit(_process.ExitCode);
        ProcessSession.Kill(Id, _tag, _since);
        ReleaseWatcher();
        await Task.WhenAny(output, Task.Delay(DrainLimit, TimeProvider.System, CancellationToken.None)).ConfigureAwait(false);
        if (output.IsCompleted)
        {
            await output.ConfigureAwait(false);
            _process.Dispose();
        }

        return exit;
    }

    /// <summary>Everything is dead: the watcher has nothing to look for.</summary>
    private void ReleaseWatcher()
    {
        try
        {
            if (!_holdInput)
            {
                _process.StandardInput.Write(ChildLauncher.Release);
            }

            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The watcher is gone already.
        }
    }
}
