namespace Atelier.Engine.Stores.Memory;

/// <summary>How to take back the changes of one part, as a savepoint would.</summary>
internal sealed class UndoLog
{
    private readonly Stack<Action> _steps = [];

    public void Add(Action step) => _steps.Push(step);

    public void RollBack()
    {
        while (_steps.TryPop(out var step))
        {
            step();
        }
    }

    /// <summary>Sets an entry and remembers what was there.</summary>
    public void Set<TKey, TValue>(IDictionary<TKey, TValue> entries, TKey key, TValue value)
    {
        if (entries.TryGetValue(key, out var before))
        {
            Add(() => entries[key] = before);
        }
        else
        {
            Add(() => entries.Remove(key));
        }

        entries[key] = value;
    }

    /// <summary>Removes an entry and remembers it.</summary>
    public void Remove<TKey, TValue>(IDictionary<TKey, TValue> entries, TKey key)
    {
        if (entries.TryGetValue(key, out var before) && entries.Remove(key))
        {
            Add(() => entries[key] = before);
        }
    }
}
