using System.Buffers.Text;

namespace Atelier.Hosts.Processes;

/// <summary>Memory of a child and all it started.</summary>
public static class SessionMemory
{
    /// <summary>
    /// Resident bytes of every process of a session, pages shared between them counted for each. 0 where there is no <c>/proc</c>, or when the session is gone.
    /// </summary>
    /// <param name="session">The child's process id, which is its session's too.</param>
    public static long ResidentBytes(int session)
    {
        if (!OperatingSystem.IsLinux())
        {
            return 0;
        }

        var pages = 0L;
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder.AsSpan()), out var pid) && (pid == session || ProcessSession.SessionOf(folder) == session))
            {
                pages += ResidentPages(folder);
            }
        }

        return pages * Environment.SystemPageSize;
    }

    private static long ResidentPages(string folder)
    {
        Span<byte> text = stackalloc byte[128];
        // "size resident shared text lib data dt", in pages.
        text = text[..ProcessSession.Read(folder + "/statm", text)];
        text = text[(text.IndexOf((byte)' ') + 1)..];
        return Utf8Parser.TryParse(text, out long pages, out _) ? pages : 0;
    }
}
