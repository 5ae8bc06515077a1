using Atelier.Engine.Records;
using Atelier.Engine.Runs;

namespace Atelier.Storage.Tests.Contract;

/// <summary>Waits and the signals that end them.</summary>
public abstract class SignalContract(StoreUnderTest underTest) : RunStoreContract(underTest)
{
    [Fact]
    public void Signal_SameIdAgain_IsKeptOnce()
    {
        Write(One, Created(One), Signal("approve", null, "1"), Signal("approve", null, "1"), Signal("approve", "k", "1"), Signal("reject", null, "1"));

        Assert.Equal([("approve", null), ("approve", "k"), ("reject", null)], Store.Load(One)!.Signals.Select(static signal => (signal.Name, signal.Key)));
    }

    [Fact]
    public void Signal_EmptyKey_IsAKeyAndNotAnyItem()
    {
        Write(One, Created(One), Signal("approve", string.Empty, "1"), Signal("approve", null, "1"));

        Assert.Equal([string.Empty, null], Store.Load(One)!.Signals.Select(static signal => signal.Key));
    }

    [Fact]
    public void Close_WithASignal_ConsumesItAndRemembersItsId()
    {
        Write(One, Created(One), Wait("approve", "k"), Signal("approve", "other", "1"), Signal("approve", "k", "1"), Signal("approve", "k", "2"));

        Write(One, Close("1"));
        Write(One, Signal("approve", "k", "1"));

        Assert.Empty(Store.Load(One)!.Waits);
        Assert.Equal([("other", "1"), ("k", "2")], Store.Load(One)!.Signals.Select(static signal => (signal.Key!, signal.Id)));
    }

    [Fact]
    public void Close_WithASignalForAnyItem_ConsumesThatOne()
    {
        Write(One, Created(One), Wait("approve", "k"), Signal("reject", null, "1"), Signal("approve", null, "1"));

        Write(One, Close("1"));

        Assert.Equal("reject", Assert.Single(Store.Load(One)!.Signals).Name);
    }

    [Fact]
    public void Close_WithoutASignal_LeavesSignals()
    {
        Write(One, Created(One), Wait("approve", null), Signal("approve", null, "1"), Close(null));

        Assert.Single(Store.Load(One)!.Signals);
        Assert.Empty(Store.Load(One)!.Waits);
    }

    [Fact]
    public void Wait_OpenedAgain_ReplacesItsRow()
    {
        Write(One, Created(One), Wait("approve", null), Wait("approve", null) with { Due = 5 });

        Assert.Equal(5, Assert.Single(Store.Load(One)!.Waits).Due);
    }

    [Fact]
    public void End_OfTheRun_DropsItsSignals()
    {
        Write(One, Created(One), Signal("approve", null, "1"), Changed(One, RunPhase.Ended, Outcome.Succeeded));

        Assert.Empty(Store.Load(One)!.Signals);
    }

    private SignalReceived Signal(string name, string? key, string id) =>
        new() { Seq = Seq(One), Name = name, Key = key, Id = id, Payload = "{}"u8.ToArray(), At = 1 };

    private WaitOpened Wait(string signal, string? key) =>
        new() { Seq = Seq(One), Scope = ScopeId.Root, Step = 2, Signal = signal, Key = key, At = 1 };

    private WaitClosed Close(string? id) => new() { Seq = Seq(One), Scope = ScopeId.Root, Step = 2, SignalId = id };
}
