using System.Globalization;
using System.Text;
using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;

namespace Atelier.Bench.Store;

/// <summary>The commits of a map over many items: pages of rows admitted to a collection, then outcomes in pages.</summary>
internal sealed class ItemBlock(RunId run, long epoch)
{
    private const int Page = 1000;
    private static readonly byte[] Value = Encoding.UTF8.GetBytes('"' + new string('x', 98) + '"');
    private static readonly byte[] Digest = new byte[32];
    private long _seq;
    private int _block;

    public int Admit(IRunStore store, int items, bool again)
    {
        _block++;
        var commits = 0;
        for (var first = 0; first < items; first += Page)
        {
            var keys = Enumerable.Range(first, Page).Select(static index => string.Create(CultureInfo.InvariantCulture, $"paintings/{index:D8}.jpg")).ToArray();
            var records = new List<RunRecord>();
            if (first == 0 && !again)
            {
                records.Add(new RunCreated { Seq = ++_seq, WorkflowDigest = "sha256:" + new string('a', 64), WorkflowName = "map", Inputs = "{}"u8.ToArray(), At = 1 });
            }

            records.Add(new PageRecorded { Seq = ++_seq, Source = _block, FirstOrdinal = first, Rows = [.. keys.Select(static key => new RowRecord(key, Value))] });
            records.Add(new ItemsAdmitted
            {
                Seq = ++_seq,
                Block = _block,
                Collection = "paintings",
                KeyPrefix = string.Empty,
                FirstOrdinal = first,
                Items = [.. keys.Select(static key => new AdmittedItem(key, Digest))],
                At = 1,
            });
            store.Commit([new RunCommit(new RunLease(run, epoch), records)]);
            commits++;
        }

        return commits;
    }

    public int End(IRunStore store, int items)
    {
        const int Group = 200;
        var commits = 0;
        for (var first = 0; first < items; first += Group)
        {
            var records = new List<RunRecord>((Group * 2) + 1);
            for (var ordinal = first; ordinal < first + Group; ordinal++)
            {
                records.Add(new StepEnded { Seq = ++_seq, Scope = ScopeId.Of(_block, ordinal), Step = 0, Attempt = 1, Outcome = Outcome.Succeeded, Output = Value, At = 1_800_000_000_000 });
                records.Add(new StepEnded { Seq = ++_seq, Scope = ScopeId.Of(_block, ordinal), Step = StepEnded.ItemEnd, Outcome = Outcome.Succeeded, Output = Value, At = 1_800_000_000_000 });
            }

            records.Add(new BlockRecorded { Seq = ++_seq, Block = _block, Scope = ScopeId.Root, Step = 0, Kind = BlockKind.ForEach, Source = _block, Opened = first + Group });
            store.Commit([new RunCommit(new RunLease(run, epoch), records)]);
            commits++;
        }

        return commits;
    }
}
