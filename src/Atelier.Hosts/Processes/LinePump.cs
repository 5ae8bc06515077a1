using System.Text;

namespace Atelier.Hosts.Processes;

/// <summary>
/// Reads a pipe to its end and hands over its lines. A thread of its own a pipe: reads from pipes block, and would otherwise hold the
/// thread pool's few threads for as long as a child runs. Memory is one line, whatever the child writes.
/// </summary>
internal static class LinePump
{
    private const string CutMark = " … (line cut)";

    public static Task Start(Stream stream, Action<string>? onLine, int maxLineBytes, Action onFault)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            try
            {
                Read(stream, onLine, maxLineBytes);
                done.SetResult();
            }
            catch (Exception exception) when (exception is IOException or ObjectDisposedException)
            {
                done.SetResult();
            }
            catch (Exception exception)
            {
                done.SetException(exception);
                onFault();
            }
        }, maxStackSize: 256 * 1024)
        {
            IsBackground = true,
            Name = "child output",
        };
        thread.Start();
        return done.Task;
    }

    private static void Read(Stream stream, Action<string>? onLine, int maxLineBytes)
    {
        var chunk = new byte[16 * 1024];
        var line = new MemoryStream();
        var cut = false;
        int count;
        while ((count = stream.Read(chunk)) > 0)
        {
            var rest = chunk.AsSpan(0, count);
            while (rest.Length > 0)
            {
                var end = rest.IndexOf((byte)'\n');
                var part = end < 0 ? rest : rest[..end];
                var room = maxLineBytes - (int)line.Length;
                cut |= part.Length > room;
                line.Write(part[..Math.Min(part.Length, room)]);
                if (end < 0)
                {
                    break;
                }

                Emit(line, ref cut, onLine);
                rest = rest[(end + 1)..];
            }
        }

        if (line.Length > 0)
        {
            Emit(line, ref cut, onLine);
        }
    }

    private static void Emit(MemoryStream line, ref bool cut, Action<string>? onLine)
    {
        if (onLine is not null)
        {
            var bytes = line.GetBuffer().AsSpan(0, (int)line.Length);
            var text = Encoding.UTF8.GetString(bytes is [.., (byte)'\r'] ? bytes[..^1] : bytes);
            onLine(cut ? text + CutMark : text);
        }

        line.SetLength(0);
        cut = false;
    }
}
