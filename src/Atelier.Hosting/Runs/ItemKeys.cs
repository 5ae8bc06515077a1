using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;

namespace Atelier.Hosting.Runs;

/// <summary>The keys of the items a scope lies in, from the outside in, separated by <c> › </c>; rounds of loops by their number.</summary>
public sealed class ItemKeys(IRunQueries queries, RunId run)
{
    private readonly Dictionary<int, BlockRecorded?> _blocks = [];
    private ScopeId _last = ScopeId.Root;
    private string? _lastKey;

    /// <summary>Null outside items and loops.</summary>
    public string? Of(ScopeId scope)
    {
        if (scope != _last)
        {
            _last = scope;
            _lastKey = Find(scope);
        }

        return _lastKey;
    }

    private string? Find(ScopeId scope)
    {
        if (scope == ScopeId.Root || BlockOf(scope.Block) is not { } block)
        {
            return null;
        }

        var outer = Find(block.Scope);
        var own = block.Kind switch
        {
            BlockKind.ForEach => queries.ListRows(run, block.Source, scope.Ordinal, 1) is [var row] && row.Ordinal == scope.Ordinal ? row.Key : null,
            BlockKind.Repeat => $"round {scope.Ordinal + 1}",
            _ => null,
        };
        return own is null ? outer : outer is null ? own : $"{outer} › {own}";
    }

    private BlockRecorded? BlockOf(int number)
    {
        if (!_blocks.TryGetValue(number, out var block))
        {
            block = queries.FindBlock(run, number);
            _blocks[number] = block;
        }

        return block;
    }
}
