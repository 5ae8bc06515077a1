namespace Atelier.Storage.Sqlite;

/// <summary>Numbers of names that many rows share: looked up once, then remembered until a rollback.</summary>
internal sealed class Names(Statement find, Statement add)
{
    private readonly Dictionary<string, long> _known = new(StringComparer.Ordinal);

    public long? Find(string name)
    {
        if (_known.TryGetValue(name, out var id))
        {
            return id;
        }

        if (!find.Bind(1, name).Step())
        {
            return null;
        }

        id = find.Int64(0);
        find.Reset();
        return _known[name] = id;
    }

    /// <summary>Gives a new name its number. <paramref name="extra"/> is a second parameter of the statement.</summary>
    public long Add(string name, string? extra = null)
    {
        add.Bind(1, name);
        if (extra is not null)
        {
            add.Bind(2, extra);
        }

        add.Run();
        return Find(name)!.Value;
    }

    public long FindOrAdd(string name) => Find(name) ?? Add(name);

    /// <summary>Numbers that a rollback took back are not to be used.</summary>
    public void Forget() => _known.Clear();
}
