using Atelier.Engine.Logs;

namespace Atelier.Hosting.Forecasts;

/// <summary>Lines of what is not recorded go nowhere.</summary>
internal sealed class NoLog : IStepLog
{
    public static NoLog Instance { get; } = new();

    /// <inheritdoc />
    public void Write(in StepLogLine line)
    {
    }
}
