using Atelier.Cli.Terminals;
using Atelier.Models.Catalogue;

namespace Atelier.Cli.Models;

/// <summary>Shows how far a pull is: one line that is written over where a person watches, else a line a file.</summary>
internal sealed class PullView(Terminal terminal, string name, TimeProvider time) : IProgress<PullProgress>
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(200);
    private readonly Lock _gate = new();
    private readonly long _start = time.GetTimestamp();
    private long _shown;
    private long _first = -1;
    private string? _file;

    public void Report(PullProgress value)
    {
        lock (_gate)
        {
            if (_first < 0)
            {
                _first = value.Bytes;
            }

            var other = _file != value.File;
            _file = value.File;
            if (!terminal.IsWatched)
            {
                if (other)
                {
                    terminal.Tell($"{name}: {value.File}");
                }

                return;
            }

            if (other || value.Bytes == value.Total || time.GetElapsedTime(_shown) > Pace)
            {
                _shown = time.GetTimestamp();
                var seconds = time.GetElapsedTime(_start).TotalSeconds;
                var pace = seconds > 1 ? $", {(value.Bytes - _first) / 1e6 / seconds:N1} MB/s" : string.Empty;
                Console.Error.Write($"\r\e[K{name}: {value.Bytes / 1e6:N0} of {value.Total / 1e6:N0} MB{pace}  {value.File}");
            }
        }
    }

    /// <summary>Leaves the line.</summary>
    public void End()
    {
        if (terminal.IsWatched && _file is not null)
        {
            Console.Error.WriteLine();
        }
    }
}
