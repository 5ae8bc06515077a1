using Atelier.Sdk;

namespace Atelier.Actions.Recipes;

/// <summary>The family that photo recipes are put together with.</summary>
internal static class RecipeActions
{
    public static IReadOnlyList<IAction> All() => [new RecipeDecisionsAction(), new RecipePhotosAction()];
}
