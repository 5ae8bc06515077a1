using Atelier.Language.Cel;

namespace Atelier.Language.Dialects.Recipes;

/// <summary>What <c>iterate_until</c> reads.</summary>
internal static class RecipeLoop
{
    /// <summary>
    /// True for a name that the round itself yields: a score of the enhanced picture, or of a step that is asked again any bare name that is no
    /// result's. Everything else was there before the loop.
    /// </summary>
    public static bool IsOwn(RecipeOperation operation, CelReference reference) =>
        reference.Root == operation.Result || (operation.Action.Uses == "vision.quality" && reference.Root is "technical_score" or "aesthetic_score" or "passed");
}
