using System.Collections.Immutable;
using Atelier.Models.Memory;
using Xunit;

namespace Atelier.Models.Tests.Memory;

public sealed class DisplacementTests
{
    private const string Cpu = "cpu";

    [Theory]
    [InlineData(nameof(SlotPhase.Ready), 0, false)]
    [InlineData(nameof(SlotPhase.Loading), 3, false)]
    [InlineData(nameof(SlotPhase.Absent), 0, true)]
    [InlineData(nameof(SlotPhase.Absent), 3, true)]
    [InlineData(nameof(SlotPhase.Leaving), 0, true)]
    [InlineData(nameof(SlotPhase.Unloading), 2, true)]
    public void Of_AnotherIsInMemory_TrueUnlessItIsThereToo(string phase, int waiting, bool displaces)
    {
        var state = State(Slot("a", SlotPhase.Ready, 80), Slot("b", Enum.Parse<SlotPhase>(phase), 80) with { Waiting = waiting });

        Assert.Equal(displaces, Displacement.Of(state, "b", 80, Cpu));
    }

    [Fact]
    public void Of_NeverSeen_CountsItsEstimate()
    {
        var state = State(Slot("a", SlotPhase.Ready, 50));

        Assert.False(Displacement.Of(state, "b", 40, Cpu));
        Assert.True(Displacement.Of(state, "b", 60, Cpu));
        Assert.False(Displacement.Of(state, "b", 60, "cuda"));
    }

    [Fact]
    public void Of_AnotherIsWaitedFor_CountsAsIfItWereThere()
    {
        var waited = Slot("a", SlotPhase.Absent, 80);

        Assert.False(Displacement.Of(State(waited), "b", 60, Cpu));
        Assert.True(Displacement.Of(State(waited with { Waiting = 1 }), "b", 60, Cpu));
    }

    [Fact]
    public void Of_LargerThanTheLimitByItsMarginAlone_DisplacesNobody() => Assert.False(Displacement.Of(State(), "a", 95, Cpu));

    private static MemoryState State(params ModelSlot[] slots) =>
        new(ImmutableDictionary<string, long>.Empty.Add(Cpu, 100), slots.ToImmutableSortedDictionary(static slot => slot.Key, static slot => slot, StringComparer.Ordinal));

    private static ModelSlot Slot(string name, SlotPhase phase, long need) => new(name, name, Cpu) { Need = need, Phase = phase, Held = phase == SlotPhase.Absent ? 0 : need };
}
