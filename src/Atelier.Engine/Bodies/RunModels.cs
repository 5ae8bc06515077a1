using Atelier.Engine.State;
using Atelier.Language.Plans;
using Atelier.Sdk.Models;

namespace Atelier.Engine.Bodies;

/// <summary>The models of one run in memory, found when its first body asks.</summary>
internal sealed class RunModels : IDisposable
{
    private readonly Lock _lock = new();
    private IModels? _own;
    private IModels? _models;

    public IModels Get(Func<WorkflowPlan, string, IModels> find, RunState state, string baseFolder)
    {
        lock (_lock)
        {
            _own ??= find(state.Plan, baseFolder);
            return _models ??= state.Options.ModelDigests is { Count: > 0 } digests ? new PinnedModels(_own, digests) : _own;
        }
    }

    /// <summary>The run has left memory.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            (_own as IDisposable)?.Dispose();
            _own = _models = null;
        }
    }
}
