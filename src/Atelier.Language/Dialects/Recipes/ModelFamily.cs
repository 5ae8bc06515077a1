namespace Atelier.Language.Dialects.Recipes;

/// <summary>What a model of a recipe does; decides its actions and its queue.</summary>
internal enum ModelFamily
{
    /// <summary>Needs no model.</summary>
    None,

    /// <summary>NIMA: scores.</summary>
    Scores,

    /// <summary>SigLIP, CLIP: likeness.</summary>
    Likeness,

    /// <summary>RT-DETR: objects.</summary>
    Objects,

    /// <summary>SAM 2: masks.</summary>
    Masks,

    /// <summary>Qwen2.5-VL: words.</summary>
    Words,
}
