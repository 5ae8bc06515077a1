using Atelier.Engine.Records;
using Atelier.Engine.Runs;

namespace Atelier.Hosting.Live;

/// <summary>Items that changed since somebody last looked: a few by name, else only that there were many.</summary>
internal sealed class ChangedItems
{
    /// <summary>Most that are named.</summary>
    public const int Most = 200;

    private readonly Lock _gate = new();
    private HashSet<ScopeId> _scopes = [];
    private bool _many;

    public void Add(IReadOnlyList<RunRecord> records)
    {
        lock (_gate)
        {
            for (var index = 0; index < records.Count && !_many; index++)
            {
                if (records[index] is StepEnded { Scope.Block: > 0 } ended)
                {
                    _scopes.Add(ended.Scope);
                    _many = _scopes.Count > Most;
                }
            }
        }
    }

    public (IReadOnlyList<ScopeId> Scopes, bool Many) Take()
    {
        lock (_gate)
        {
            var taken = (_many ? [] : (IReadOnlyList<ScopeId>)[.. _scopes], _many);
            (_scopes, _many) = ([], false);
            return taken;
        }
    }
}
