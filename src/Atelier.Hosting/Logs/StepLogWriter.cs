using Atelier.Engine.Logs;
using Atelier.Engine.Stores;

namespace Atelier.Hosting.Logs;

/// <summary>Hands the lines of bodies to the home's database.</summary>
internal sealed class StepLogWriter(IRunLogs logs) : IStepLog
{
    /// <inheritdoc />
    public void Write(in StepLogLine line) => logs.Append(line.Run, new LogLine
    {
        Scope = line.Scope,
        Step = line.Step,
        Attempt = line.Attempt,
        Level = line.Level,
        At = line.At,
        Text = line.Text,
    });
}
