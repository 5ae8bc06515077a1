using Atelier.Sdk;

namespace Atelier.Actions.People;

/// <summary>The family that asks people.</summary>
internal static class PeopleActions
{
    public static IReadOnlyList<IAction> All() => [new ApproveAction(), new ReviewAction()];
}
