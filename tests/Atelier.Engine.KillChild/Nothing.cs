using Atelier.Engine.Logs;
using Atelier.Engine.Secrets;

namespace Atelier.Engine.KillChild;

/// <summary>No secrets and no log.</summary>
internal sealed class Nothing : ISecretSource, IStepLog
{
    public string? Find(string name) => null;

    public void Write(in StepLogLine line)
    {
    }
}
