using Atelier.Engine.Running;
using Atelier.Engine.State;

namespace Atelier.Engine.Breakers;

/// <summary>
/// The circuit breaker of one endpoint (Nygard, Release It!, 2007): open while it is down; one parked step at a time tries whether it is
/// back; when it is, all go on. A step that waits spends no attempt.
/// </summary>
internal sealed class Breaker
{
    /// <summary>First and longest wait between tries, milliseconds: work goes on within two seconds of the endpoint's return.</summary>
    private const long FirstDelay = 250;
    private const long LongestDelay = 1000;

    private long _delay = FirstDelay;

    /// <summary>Steps that wait, oldest first.</summary>
    public Queue<(RunActor Actor, StepState Step)> Parked { get; } = new();

    public volatile bool IsOpen;

    /// <summary>Unix milliseconds of the next try; 0: none is planned.</summary>
    public long NextProbe { get; private set; }

    /// <summary>A body found the endpoint down.</summary>
    public void Trip(long now, TimeSpan? retryAfter)
    {
        if (IsOpen)
        {
            _delay = Math.Min(LongestDelay, _delay * 2);
        }

        IsOpen = true;
        NextProbe = now + Math.Max(_delay, (long)(retryAfter?.TotalMilliseconds ?? 0));
    }

    /// <summary>A try is under way: no other before its answer, or before this time is up.</summary>
    public void Probing(long now) => NextProbe = now + (10 * LongestDelay);

    /// <summary>The endpoint answers.</summary>
    public void Close()
    {
        IsOpen = false;
        NextProbe = 0;
        _delay = FirstDelay;
    }
}
