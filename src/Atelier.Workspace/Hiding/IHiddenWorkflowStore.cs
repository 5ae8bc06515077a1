namespace Atelier.Workspace.Hiding;

/// <summary>Which workflows lists leave out. See <see cref="IWorkspaceStore"/> for what durable means.</summary>
public interface IHiddenWorkflowStore
{
    /// <summary>Hides one; one that is hidden stays as it is.</summary>
    Task HideAsync(HiddenWorkflow workflow);

    /// <summary>Shows one again; false: it was not hidden.</summary>
    Task<bool> ShowAsync(string name);

    HiddenWorkflow? Find(string name);

    /// <summary>All, by name.</summary>
    IReadOnlyList<HiddenWorkflow> List();
}
