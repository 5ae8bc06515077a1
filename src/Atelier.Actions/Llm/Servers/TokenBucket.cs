namespace Atelier.Actions.Llm.Servers;

/// <summary>
/// A bucket that fills evenly to a minute's worth and may be overdrawn (token bucket): what is taken beyond its content is waited for by the next. Safe from many threads.
/// </summary>
internal sealed class TokenBucket(int perMinute, DateTimeOffset now)
{
    private readonly Lock _gate = new();
    private double _content = perMinute;
    private DateTimeOffset _filled = now;

    /// <summary>Takes an amount at once, or says how long to wait before asking again. An amount above a minute's worth needs a full bucket.</summary>
    public TimeSpan Take(double amount, DateTimeOffset at)
    {
        lock (_gate)
        {
            Fill(at);
            var needed = Math.Min(amount, perMinute);
            if (_content >= needed)
            {
                _content -= amount;
                return TimeSpan.Zero;
            }

            // Rounded up, so that the bucket holds enough when the time has passed.
            return TimeSpan.FromMilliseconds(Math.Ceiling((needed - _content) / perMinute * 60_000));
        }
    }

    /// <summary>Corrects what was taken when the true amount is known; negative gives back.</summary>
    public void Correct(double more)
    {
        lock (_gate)
        {
            _content = Math.Min(perMinute, _content - more);
        }
    }

    private void Fill(DateTimeOffset at)
    {
        if (at > _filled)
        {
            _content = Math.Min(perMinute, _content + ((at - _filled).TotalMinutes * perMinute));
            _filled = at;
        }
    }
}
