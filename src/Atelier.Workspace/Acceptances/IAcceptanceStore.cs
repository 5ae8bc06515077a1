using Atelier.Engine.Runs;

namespace Atelier.Workspace.Acceptances;

/// <summary>Which causes of failed items somebody accepted. See <see cref="IWorkspaceStore"/> for what durable means.</summary>
public interface IAcceptanceStore
{
    /// <summary>Accepts a cause; one that is accepted stays as it is.</summary>
    Task AcceptAsync(Acceptance acceptance);

    /// <summary>Takes it back; false: it was not accepted.</summary>
    Task<bool> TakeBackAsync(RunId run, int block, string code, string shape);

    /// <summary>Those of a run, by (block, code, shape).</summary>
    IReadOnlyList<Acceptance> Of(RunId run);
}
