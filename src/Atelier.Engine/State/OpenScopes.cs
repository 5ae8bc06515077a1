namespace Atelier.Engine.State;

/// <summary>Walks what is open in a run.</summary>
internal static class OpenScopes
{
    /// <summary>Every open scope, outer ones first.</summary>
    public static IEnumerable<ScopeState> Of(RunState state)
    {
        foreach (var scope in state.RootBlock.Open)
        {
            yield return scope;
        }

        foreach (var block in state.Blocks.Values)
        {
            foreach (var scope in block.Open)
            {
                yield return scope;
            }
        }
    }
}
