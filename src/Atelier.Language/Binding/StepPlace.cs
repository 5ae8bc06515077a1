namespace Atelier.Language.Binding;

/// <summary>Where a step stands.</summary>
/// <param name="Index">Position in the plan's steps.</param>
/// <param name="Slot">Position in its sequence.</param>
/// <param name="Path">Ids from the root.</param>
/// <param name="Outer">The place of its sequence.</param>
/// <param name="Names">The steps beside it.</param>
internal sealed record StepPlace(int Index, int Slot, string Path, ReadPoint Outer, SequenceNames Names)
{
    /// <summary>Where its own expressions and its body stand.</summary>
    public ReadPoint Point { get; } = Outer.Beside(Names, Slot, StepReads.Needs);

    /// <summary>Where its handlers stand.</summary>
    public ReadPoint HandlerPoint() => Outer.Beside(Names, Slot, StepReads.NeedsAndGuardedSelf).With(HandlerNames.Locals);

    /// <summary>Where its undo stands.</summary>
    public ReadPoint UndoPoint() => Outer.Beside(Names, Slot, StepReads.NeedsAndSelf);
}
