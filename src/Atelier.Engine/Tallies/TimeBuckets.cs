namespace Atelier.Engine.Tallies;

/// <summary>How many things ended when, in a bounded number of equal spans of time: the spans double when the time gets longer than they reach.</summary>
internal sealed class TimeBuckets
{
    /// <summary>Most spans.</summary>
    public const int Most = 60;

    private readonly long[] _counts = new long[Most];
    private long _from = long.MaxValue;
    private long _width = 1000;

    /// <summary>Unix milliseconds of the first span's start; 0: nothing was added.</summary>
    public long From => _from == long.MaxValue ? 0 : _from;

    /// <summary>Milliseconds of a span: 1,000 times a power of two.</summary>
    public long Width => _width;

    /// <summary>Counts, oldest first, without empty ones at the end.</summary>
    public IReadOnlyList<long> ToList() => _counts[..(Array.FindLastIndex(_counts, static count => count != 0) + 1)];

    /// <summary>Adds what ended at a time.</summary>
    public void Add(long at)
    {
        if (_from == long.MaxValue)
        {
            _from = at / _width * _width;
        }

        while (at < _from)
        {
            Prepend(at);
        }

        while ((at - _from) / _width >= Most)
        {
            Widen();
        }

        _counts[(at - _from) / _width]++;
    }

    // Something older than the first span: make room before it, with wider spans where they do not reach.
    private void Prepend(long at)
    {
        var needed = ((_from - at) + _width - 1) / _width;
        var last = Array.FindLastIndex(_counts, static count => count != 0);
        if (needed + last >= Most)
        {
            Widen();
            return;
        }

        Array.Copy(_counts, 0, _counts, needed, Most - needed);
        Array.Clear(_counts, 0, (int)needed);
        _from -= needed * _width;
    }

    private void Widen()
    {
        var wider = _width * 2;
        var from = _from / wider * wider;
        var shift = (_from - from) / _width;
        var merged = new long[Most];
        for (var index = 0; index < Most; index++)
        {
            merged[(index + shift) / 2] += _counts[index];
        }

        merged.CopyTo(_counts, 0);
        (_from, _width) = (from, wider);
    }
}
