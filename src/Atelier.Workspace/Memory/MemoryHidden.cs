using Atelier.Workspace.Hiding;

namespace Atelier.Workspace.Memory;

internal sealed class MemoryHidden(Lock gate) : IHiddenWorkflowStore
{
    private readonly SortedDictionary<string, HiddenWorkflow> _hidden = new(StringComparer.Ordinal);

    public Task HideAsync(HiddenWorkflow workflow)
    {
        lock (gate)
        {
            _hidden.TryAdd(workflow.Name, workflow);
        }

        return Task.CompletedTask;
    }

    public Task<bool> ShowAsync(string name)
    {
        lock (gate)
        {
            return Task.FromResult(_hidden.Remove(name));
        }
    }

    public HiddenWorkflow? Find(string name)
    {
        lock (gate)
        {
            return _hidden.GetValueOrDefault(name);
        }
    }

    public IReadOnlyList<HiddenWorkflow> List()
    {
        lock (gate)
        {
            return [.. _hidden.Values];
        }
    }
}
