using System.Text;
using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;

namespace Atelier.Bench.Store;

/// <summary>The commits of a run of five steps with values of 100 bytes.</summary>
internal sealed class Chain(RunId run, long epoch)
{
    private const int Steps = 5;
    private const long At = 1_800_000_000_000;
    private static readonly byte[] Value = Encoding.UTF8.GetBytes('"' + new string('x', 98) + '"');
    private int _step;
    private long _seq;

    public bool Ended => _step == Steps;

    public RunCommit Next()
    {
        var records = new List<RunRecord>(2);
        if (_step == 0)
        {
            records.Add(new RunCreated { Seq = ++_seq, WorkflowDigest = "sha256:" + new string('a', 64), WorkflowName = "chain", Inputs = "{}"u8.ToArray(), At = At });
        }

        records.Add(new StepEnded { Seq = ++_seq, Scope = ScopeId.Root, Step = _step, Attempt = 1, Outcome = Outcome.Succeeded, Output = Value, At = At + _seq });
        if (++_step == Steps)
        {
            records.Add(new RunChanged { Seq = ++_seq, Phase = RunPhase.Ended, Outcome = Outcome.Succeeded, Output = "{}"u8.ToArray(), At = At + _seq });
        }

        return new RunCommit(new RunLease(run, epoch), records);
    }
}
