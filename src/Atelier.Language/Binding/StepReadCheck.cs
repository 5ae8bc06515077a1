using Atelier.Language.Cel;

namespace Atelier.Language.Binding;

/// <summary>Checks that a step which an expression reads has ended by then.</summary>
internal static class StepReadCheck
{
    public static void Check(CelReference reference, SourcePosition position, ReadPoint point, SequenceNames sequence, int slot, DiagnosticBag diagnostics)
    {
        if (MayRead(point, sequence, slot, out var guarded))
        {
            if (guarded && !reference.IsOptional)
            {
                var path = reference.Path.Count == 0 ? $"has({reference.Root}.field)" : $"{reference.Root}.?{string.Join('.', reference.Path)}";
                diagnostics.Error(DiagnosticCodes.UnguardedRead, position, $"`{reference.Root}` may have no output when this handler runs.", $"Ask first: `{path}`.");
                return;
            }

            FieldCheck.Check(sequence.Shapes[slot], reference, position, diagnostics);
        }
        else if (point.Slot == slot)
        {
            diagnostics.Error(DiagnosticCodes.ReadsItself, position, $"`{reference.Root}` reads its own output, which does not exist yet.", "Read another step, or `iteration.previous` in a `repeat`.");
        }
        else
        {
            TellNotANeed(reference.Root, position, point.Slot, sequence, slot, diagnostics);
        }
    }

    private static bool MayRead(ReadPoint point, SequenceNames sequence, int slot, out bool guarded)
    {
        guarded = false;
        if (point.Reads == StepReads.All || (point.Slot >= 0 && sequence.Reach[point.Slot][slot]))
        {
            return true;
        }

        guarded = point.Reads == StepReads.GuardedAll || (point.Reads == StepReads.NeedsAndGuardedSelf && point.Slot == slot);
        return guarded || (point.Reads == StepReads.NeedsAndSelf && point.Slot == slot);
    }

    private static void TellNotANeed(string name, SourcePosition position, int reader, SequenceNames sequence, int slot, DiagnosticBag diagnostics)
    {
        var readerId = sequence.Steps[reader].Id;
        if (sequence.Parallel)
        {
            diagnostics.Error(DiagnosticCodes.NotANeed, position, $"`{readerId}` reads `{name}`, which runs beside it: branches of `parallel` start at once.", $"Put both into one branch, or read `{name}` after the block.");
            return;
        }

        if (sequence.Reach[slot][reader])
        {
            diagnostics.Error(DiagnosticCodes.NotANeed, position, $"`{name}` comes after `{readerId}`, which reads it.", $"Move `{name}` before it.");
            return;
        }

        var needs = sequence.Needs[reader].Select(need => sequence.Steps[need].Id).Where(id => id != name).Append(name);
        diagnostics.Error(DiagnosticCodes.NotANeed, position, $"`{readerId}` reads `{name}` but does not wait for it.", $"Write `needs: [{string.Join(", ", needs)}]` on `{readerId}`.");
    }
}
