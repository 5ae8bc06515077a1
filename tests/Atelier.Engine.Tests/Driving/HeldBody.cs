using Atelier.Engine.Bodies;

namespace Atelier.Engine.Tests.Driving;

/// <summary>A body that has a slot; it runs when the test lets it.</summary>
internal sealed class HeldBody(Body body)
{
    public Body Body { get; } = body;

    /// <summary>Ends its slot.</summary>
    public TaskCompletionSource Done { get; } = new();

    /// <summary>The real body, once let go.</summary>
    public Task? Running { get; set; }

    /// <summary>The recording of its start, once asked for.</summary>
    public Task? Recording { get; set; }

    /// <summary>True when it hangs until it is cancelled or its time is up.</summary>
    public volatile bool Hangs;

    /// <summary>True while it is known to ignore its cancellation.</summary>
    public volatile bool Deaf;

    /// <summary>The process is gone: what the body still does reaches nobody.</summary>
    public void CutOff()
    {
        Body.Actor.Dead = true;
        try
        {
            Body.Cancellation.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It has ended already.
        }
    }

    /// <summary>Nothing more happens in it before the driver does something.</summary>
    public bool IsStable => Running is not null && (Running.IsCompleted || Recording is { IsCompleted: false } || Body.Lease is { HasArrived: true, IsAnswered: false } || (Hangs && (Deaf || !Body.Cancellation.IsCancellationRequested)));
}
