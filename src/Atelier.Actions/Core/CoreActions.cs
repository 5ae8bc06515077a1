using Atelier.Sdk;

namespace Atelier.Actions.Core;

/// <summary>The family that needs nothing outside the engine.</summary>
internal static class CoreActions
{
    public static IReadOnlyList<IAction> All() =>
    [
        new AssertAction(),
        new FailAction(),
        new LogAction(),
        new RecoverAction(),
        new RejectAction(),
        new SignalAction(),
        new StartRunAction(),
        new ValueAction(),
        new WaitAction(),
    ];
}
