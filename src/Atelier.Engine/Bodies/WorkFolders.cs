using System.Collections.Concurrent;
using System.Globalization;

namespace Atelier.Engine.Bodies;

/// <summary>
/// Empty private folders for bodies. One without folders of its own is emptied and lent again: making and removing a folder costs more than many a body
/// does (two journaled changes of the folder above).
/// </summary>
internal sealed class WorkFolders(string root)
{
    private readonly ConcurrentBag<string> _empty = [];
    private long _last;

    /// <summary>Lends an empty folder.</summary>
    public string Take()
    {
        if (_empty.TryTake(out var known))
        {
            return known;
        }

        var folder = Path.Join(root, string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}-{Interlocked.Increment(ref _last)}"));
        Directory.CreateDirectory(folder);
        return folder;
    }

    /// <summary>Takes a folder back; what a body left in it is removed with it.</summary>
    public void Return(string folder)
    {
        try
        {
            if (Directory.EnumerateDirectories(folder).Any())
            {
                Directory.Delete(folder, recursive: true);
                return;
            }

            foreach (var file in Directory.EnumerateFiles(folder))
            {
                File.Delete(file);
            }

            _empty.Add(folder);
        }
        catch (IOException)
        {
            // Left for the next start, which empties the folder of work folders.
        }
        catch (UnauthorizedAccessException)
        {
            // As above.
        }
    }
}
