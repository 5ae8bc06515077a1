using Atelier.Sdk;

namespace Atelier.Actions;

/// <summary>
/// Readers that stand where the next page starts. Only speed rests on it: a reader that is not here is made again from the cursor. At most
/// <see cref="Limit"/> are kept, the oldest goes first, and one that nobody took for ten minutes is closed. Safe from several threads.
/// </summary>
internal sealed class OpenReads<T>
    where T : class, IDisposable
{
    private const int Limit = 8;
    private static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private readonly LinkedList<(string Id, T Reader, DateTimeOffset Since)> _oldestFirst = [];

    /// <summary>Takes the reader of this step that stands at <paramref name="cursor"/>; null when there is none. The caller owns it.</summary>
    public T? Take(ActionContext context, string cursor)
    {
        var id = Id(context, cursor);
        lock (_gate)
        {
            for (var node = _oldestFirst.First; node is not null; node = node.Next)
            {
                if (node.Value.Id == id)
                {
                    _oldestFirst.Remove(node);
                    return node.Value.Reader;
                }
            }
        }

        return null;
    }

    /// <summary>Keeps a reader for the call that asks for <paramref name="cursor"/>.</summary>
    public void Keep(ActionContext context, string cursor, T reader)
    {
        var now = context.Time.GetUtcNow();
        List<T> closed = [];
        lock (_gate)
        {
            _oldestFirst.AddLast((Id(context, cursor), reader, now));
            while (_oldestFirst.First is { } oldest && (_oldestFirst.Count > Limit || now - oldest.Value.Since > MaxAge))
            {
                closed.Add(oldest.Value.Reader);
                _oldestFirst.RemoveFirst();
            }
        }

        closed.ForEach(reader => reader.Dispose());
    }

    // The run is part of it: another run must see what is there now, not what an abandoned one had in hand.
    private static string Id(ActionContext context, string cursor) =>
        $"{context.Address.Run}\n{context.Address.StepPath}\n{context.Address.Key}\n{context.Address.Drive}\n{cursor}";
}
