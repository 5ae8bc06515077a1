using Atelier.Engine.Records;
using Atelier.Engine.State;

namespace Atelier.Engine.Decisions;

/// <summary>What a turn of decisions came to: records to commit, effects to release afterwards, questions to answer first.</summary>
internal sealed class DecisionBuffer
{
    public List<RunRecord> Records { get; private set; } = [];

    public List<Effect> Effects { get; private set; } = [];

    public Queue<Evaluation> Evaluations { get; } = new();

    /// <summary>Blocks whose row changed; written once at the end of the turn.</summary>
    public HashSet<BlockState> DirtyBlocks { get; } = [];

    public bool IsEmpty => Records.Count == 0 && Effects.Count == 0;

    /// <summary>Hands the lists over and starts new ones.</summary>
    public (List<RunRecord> Records, List<Effect> Effects) Take()
    {
        var taken = (Records, Effects);
        Records = [];
        Effects = [];
        return taken;
    }
}
