namespace Atelier.Language.Binding;

/// <summary>A place expressions stand in: the names it sees, from the inside out.</summary>
internal sealed class ReadPoint
{
    private static readonly IReadOnlyDictionary<string, OutputShape> NoLocals = new Dictionary<string, OutputShape>();

    /// <summary>The workflow whose inputs are seen.</summary>
    public required WorkflowNames Workflow { get; init; }

    /// <summary>The enclosing place; null at the root of a workflow, an inlined one included.</summary>
    public ReadPoint? Outer { get; init; }

    /// <summary>The steps beside this place; null for a place that only adds local names.</summary>
    public SequenceNames? Sequence { get; init; }

    /// <summary>The step this place belongs to; -1 for none.</summary>
    public int Slot { get; init; } = -1;

    public StepReads Reads { get; init; }

    /// <summary>Names that are no steps: the item, <c>each</c>, <c>iteration</c>, <c>error</c>.</summary>
    public IReadOnlyDictionary<string, OutputShape> Locals { get; init; } = NoLocals;

    /// <summary>A place inside this one that sees more names.</summary>
    public ReadPoint With(IReadOnlyDictionary<string, OutputShape> locals) => new() { Workflow = Workflow, Outer = this, Locals = locals };

    /// <summary>A place beside steps, inside this one.</summary>
    public ReadPoint Beside(SequenceNames sequence, int slot, StepReads reads) =>
        new() { Workflow = Workflow, Outer = this, Sequence = sequence, Slot = slot, Reads = reads };

    /// <summary>True when the name belongs to an enclosing place, readable from here or not.</summary>
    public bool IsTaken(string name)
    {
        for (var point = this; point is not null; point = point.Outer)
        {
            if (point.Locals.ContainsKey(name) || point.Sequence?.Slots.ContainsKey(name) == true)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Every name that can be read from here, for "did you mean".</summary>
    public IEnumerable<string> VisibleNames()
    {
        for (var point = this; point is not null; point = point.Outer)
        {
            foreach (var name in point.Locals.Keys)
            {
                yield return name;
            }

            foreach (var name in point.Sequence?.Slots.Keys ?? [])
            {
                yield return name;
            }
        }

        yield return "inputs";
        yield return "run";
        yield return "secrets";
    }
}
