namespace Atelier.Actions.Images.Grouping;

/// <summary>Which of some things hang together: pairs are joined, parts are read. Not safe from several threads at once.</summary>
internal sealed class ConnectedParts(int count)
{
    private readonly int[] _parents = [.. Enumerable.Range(0, count)];

    /// <summary>These two hang together.</summary>
    public void Join(int a, int b)
    {
        var (first, second) = (Root(a), Root(b));
        _parents[Math.Max(first, second)] = Math.Min(first, second);
    }

    /// <summary>The parts, each in order, by their first member.</summary>
    public IEnumerable<IReadOnlyList<int>> All() =>
        Enumerable.Range(0, _parents.Length).GroupBy(Root).Select(static part => (IReadOnlyList<int>)[.. part]);

    private int Root(int i)
    {
        while (_parents[i] != i)
        {
            _parents[i] = _parents[_parents[i]];
            i = _parents[i];
        }

        return i;
    }
}
