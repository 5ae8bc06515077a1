using Atelier.Engine.Runs;
using Atelier.Workspace.Acceptances;

namespace Atelier.Workspace.Memory;

internal sealed class MemoryAcceptances(Lock gate) : IAcceptanceStore
{
    private readonly Dictionary<(RunId Run, int Block, string Code, string Shape), Acceptance> _accepted = [];

    public Task AcceptAsync(Acceptance acceptance)
    {
        lock (gate)
        {
            _accepted.TryAdd((acceptance.Run, acceptance.Block, acceptance.Code, acceptance.Shape), acceptance);
        }

        return Task.CompletedTask;
    }

    public Task<bool> TakeBackAsync(RunId run, int block, string code, string shape)
    {
        lock (gate)
        {
            return Task.FromResult(_accepted.Remove((run, block, code, shape)));
        }
    }

    public IReadOnlyList<Acceptance> Of(RunId run)
    {
        lock (gate)
        {
            return [.. _accepted.Values.Where(accepted => accepted.Run == run).OrderBy(static accepted => accepted.Block)
                .ThenBy(static accepted => accepted.Code, StringComparer.Ordinal).ThenBy(static accepted => accepted.Shape, StringComparer.Ordinal)];
        }
    }
}
