using System.Collections;
using System.Collections.Immutable;
using Atelier.Language.Definitions;

namespace Atelier.Language.Binding;

/// <summary>Transitive needs, circles and an order in which every step comes after its needs.</summary>
internal static class NeedGraph
{
    /// <summary>Transitive needs by slot. An edge that closes a circle is told and taken out of <paramref name="needs"/>.</summary>
    public static BitArray[] Close(int[][] needs, ImmutableArray<StepDefinition> steps, DiagnosticBag diagnostics)
    {
        var reach = new BitArray?[needs.Length];
        var open = new List<int>();
        for (var slot = 0; slot < needs.Length; slot++)
        {
            Visit(slot);
        }

        return reach!;

        BitArray Visit(int slot)
        {
            if (reach[slot] is { } known)
            {
                return known;
            }

            open.Add(slot);
            var found = new BitArray(needs.Length);
            foreach (var need in needs[slot].ToArray())
            {
                if (open.IndexOf(need) is >= 0 and var start)
                {
                    Tell(slot, open.Skip(start).Append(need));
                    needs[slot] = [.. needs[slot].Where(other => other != need)];
                }
                else
                {
                    found.Or(Visit(need));
                    found[need] = true;
                }
            }

            open.RemoveAt(open.Count - 1);
            return reach[slot] = found;
        }

        void Tell(int slot, IEnumerable<int> circle)
        {
            var position = steps[slot].NeedsPosition ?? steps[slot].Position;
            var names = string.Join(", which needs ", circle.Select(member => $"`{steps[member].Id}`"));
            diagnostics.Error(DiagnosticCodes.NeedCycle, position, $"Steps wait for each other: {names}.", "Take one of these needs away.");
        }
    }

    /// <summary>Slots in an order in which needs come first; otherwise as written.</summary>
    public static IEnumerable<int> Order(IReadOnlyList<BitArray> reach)
    {
        // A step has more transitive needs than any of its needs.
        return Enumerable.Range(0, reach.Count).OrderBy(slot => Count(reach[slot])).ThenBy(static slot => slot);
    }

    private static int Count(BitArray bits)
    {
        var count = 0;
        for (var index = 0; index < bits.Count; index++)
        {
            count += bits[index] ? 1 : 0;
        }

        return count;
    }
}
