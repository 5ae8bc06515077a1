namespace Atelier.Hosting.Live;

/// <summary>
/// Decides when a change is shown: the first at once, further ones together when the pause since the last showing is over. Pure: says what to do, knows
/// neither clock nor timer. At rest it asks for nothing.
/// </summary>
/// <param name="pause">Milliseconds between two showings.</param>
internal sealed class Pace(long pause)
{
    private long _shown = long.MinValue;
    private bool _changed;
    private bool _showing;

    /// <summary>Something changed. The time at which to show it, now or later; null: a showing that is to come covers it.</summary>
    public long? Changed(long now)
    {
        if (_changed)
        {
            return null;
        }

        _changed = true;
        return _showing ? null : Next(now);
    }

    /// <summary>A showing begins: what changes from now on is not in it.</summary>
    public void Begin(long now)
    {
        _shown = now;
        _changed = false;
        _showing = true;
    }

    /// <summary>The showing is over. The time of the next one; null: nothing changed meanwhile.</summary>
    public long? End(long now)
    {
        _showing = false;
        return _changed ? Next(now) : null;
    }

    private long Next(long now) => _shown == long.MinValue ? now : Math.Max(now, _shown + pause);
}
