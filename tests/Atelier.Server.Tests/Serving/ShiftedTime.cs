namespace Atelier.Server.Tests.Serving;

/// <summary>The system's clock, moved by what a test says; timers run as ever.</summary>
public sealed class ShiftedTime : TimeProvider
{
    public TimeSpan Shift { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Shift;
}
