using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;

namespace Atelier.Storage.Sqlite;

/// <summary>Reads what a run looks like through one connection.</summary>
internal sealed class OutlineReader(Database database, RunReader runs)
{
    private readonly Statement _lines = database.Prepare("SELECT ifnull(max(number), 0) FROM logs WHERE run = ?1");

    public RunOutline? Find(RunId run)
    {
        database.Execute("BEGIN");
        try
        {
            if (runs.FindRun(run) is not { } row)
            {
                return null;
            }

            var blocks = new List<OuterBlock>();
            Add(run, ScopeId.Root, blocks);
            _lines.Bind(1, run.Value).Step();
            var lines = _lines.Int64(0);
            _lines.Reset();
            return new RunOutline(row, [.. blocks.OrderBy(static block => block.Block.Block)], lines);
        }
        finally
        {
            database.Execute("COMMIT");
        }
    }

    private void Add(RunId run, ScopeId scope, List<OuterBlock> blocks)
    {
        foreach (var block in runs.Items.InScope(run, scope).GroupBy(static block => (block.Step, block.Kind)).Select(static group => group.Last()))
        {
            blocks.Add(new OuterBlock(block, block.Source > 0 ? runs.Items.Source(run, block.Source) : null));
            if (block.Kind != BlockKind.ForEach)
            {
                Add(run, ScopeId.Of(block.Block, block.Kind == BlockKind.Repeat ? Math.Max(0, block.Opened - 1) : 0), blocks);
            }
        }
    }
}
