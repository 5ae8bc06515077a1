using Atelier.Actions.Core;
using Atelier.Actions.Data;
using Atelier.Actions.Files;
using Atelier.Actions.Processes;
using Atelier.Sdk;

namespace Atelier.Actions;

/// <summary>Every action that comes with the product.</summary>
public static class BuiltInActions
{
    /// <summary>Makes them, in order of family and name; cheap: descriptors are built on first use.</summary>
    public static IReadOnlyList<IAction> All(ActionServices services) =>
    [
        .. CoreActions.All(),
        .. DataActions.All(),
        .. FileActions.All(),
        new ProcessRunAction(),
    ];
}
