namespace Atelier.Cli.Workers;

/// <summary>Waits longer after each failure in a row: 0.2 s, doubling to 10 s.</summary>
internal sealed class Backoff(TimeProvider time)
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);
    private TimeSpan _next = First;

    /// <summary>True while the last thing failed.</summary>
    public bool Fails { get; private set; }

    public void Worked() => (_next, Fails) = (First, false);

    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        Fails = true;
        var now = _next;
        _next = _next * 2 < Longest ? _next * 2 : Longest;
        await Task.Delay(now, time, cancellationToken).ConfigureAwait(false);
    }
}
