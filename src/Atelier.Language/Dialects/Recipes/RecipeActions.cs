namespace Atelier.Language.Dialects.Recipes;

/// <summary>
/// Every action that a recipe may name, with its canonical step. The page <c>docs/specs/recipe-dialect.md</c> says the same for people; a test compares them.
/// </summary>
internal static class RecipeActions
{
    private static readonly RecipeParameter[] Thresholds =
    [
        Score("technical_threshold", "technical_threshold"), Score("technical_min", "technical_threshold"),
        Score("aesthetic_threshold", "aesthetic_threshold"), Score("aesthetic_min", "aesthetic_threshold"), Text("aesthetic_model", "aesthetic_model"),
    ];

    private static readonly RecipeParameter[] Prompts =
    [
        Text("prompt"), Text("prompt_template"), new("variables", ParameterKind.Map), new("temperature", ParameterKind.Number, "temperature") { Least = 0, Most = 2 },
        new("max_tokens", ParameterKind.Integer, "max_tokens") { Least = 1, Most = 100_000 },
        new("extract_fields", ParameterKind.Texts, "fields"), new("extract", ParameterKind.Texts, "fields"),
        new("context_from", ParameterKind.Texts), Choice("output_format", null, "structured", "text"),
    ];

    private static readonly RecipeParameter[] Finding =
    [
        new("classes", ParameterKind.Texts, "classes"), new("detect", ParameterKind.Texts, "classes"),
        Share("confidence_threshold", "confidence_threshold"), Share("min_confidence", "confidence_threshold"),
        new("max_detections", ParameterKind.Integer, "max_detections") { Least = 1, Most = 1000 },
        Text("face_model", "face_model"), Flag("early_exit_if_none", "reject_if_none"), Choice("use_for", null, "auto_straighten", "suggest_crop", "blur_background", "enhance"),
    ];

    private static readonly RecipeParameter[] Masking =
    [
        Text("input_from"), new("classes", ParameterKind.Texts, "classes"), Choice("quality", "quality", "high", "fast"), Choice("mask_type", "mask_type", "binary", "soft"),
        Flag("refine_edges", "refine_edges"), Flag("blur_background"), Flag("remove_background"), Choice("enhance", null, "sharpness", "brightness"),
        Choice("use_for", null, "blur_background", "enhance"),
    ];

    private static readonly RecipeParameter[] Likeness =
    [
        Share("similarity_threshold", "threshold"), new("time_window_seconds", ParameterKind.Seconds, "window"), new("time_window", ParameterKind.Seconds, "window"), Flag("keep_best_only"),
    ];

    private static readonly RecipeParameter[] Choosing =
    [
        Choice("select", null, "highest_combined_score", "highest_technical_score", "highest_aesthetic_score"), Text("prompt", "prompt"), Flag("keep_best_only"),
    ];

    private static readonly RecipeParameter[] Wishes = [Flag("suggest_crop"), Text("aspect_ratio")];

    private static readonly RecipeAction[] Table =
    [
        new("quality_check", ModelFamily.Scores, RecipeWork.Look, "vision.quality", "quality", [.. Thresholds, Flag("reject_if_below", "reject_if_below"), Flag("mark_for_review")]),
        new("quality_filter", ModelFamily.Scores, RecipeWork.Look, "vision.quality", "quality", [.. Thresholds, Flag("reject_if_below", "reject_if_below"), Flag("mark_for_review")]),
        new("composition_check", ModelFamily.Scores, RecipeWork.Look, "vision.quality", "composition", [.. Thresholds, .. Wishes]),
        new("quality_guided_enhancement", ModelFamily.Scores, RecipeWork.Iterate, "vision.quality", "enhancement", []),
        new("rank_all", ModelFamily.Scores, RecipeWork.Select, "vision.select_best", "ranking", Choosing),
        new("select_best_from_group", ModelFamily.Scores, RecipeWork.Select, "vision.select_best", "best_shots", Choosing),
        new("compare_moments", ModelFamily.Words, RecipeWork.Select, "vision.select_best", "best_shots", Choosing),
        new("find_duplicates", ModelFamily.Likeness, RecipeWork.Group, "vision.group", "similar_images", Likeness),
        new("group_similar", ModelFamily.Likeness, RecipeWork.Group, "vision.group", "similar_images", Likeness),
        new("embed", ModelFamily.Likeness, RecipeWork.Look, "vision.embed", "embedding", []),
        new("classify", ModelFamily.Likeness, RecipeWork.Look, "vision.classify", "labels", [new("labels", ParameterKind.Texts, "labels"), new("top", ParameterKind.Integer, "top") { Least = 1, Most = 10_000 }, Share("threshold", "threshold")]),
        new("detect_objects", ModelFamily.Objects, RecipeWork.Look, "vision.detect", "detected_objects", Finding),
        new("segment_objects", ModelFamily.Masks, RecipeWork.Segment, "vision.segment", "segments", Masking),
        new("segment_all_faces", ModelFamily.Masks, RecipeWork.Segment, "vision.segment", "face_masks", Masking),
        new("enhance_faces", ModelFamily.Masks, RecipeWork.Segment, "vision.segment", "face_masks", Masking),
        new("isolate_subject", ModelFamily.Masks, RecipeWork.Segment, "vision.segment", "subject", Masking),
        new("analyze_scene", ModelFamily.Words, RecipeWork.Describe, "vision.describe", "scene_analysis", Prompts),
        new("suggest_edits", ModelFamily.Words, RecipeWork.Describe, "vision.describe", "suggested_edits", [.. Prompts, .. Wishes]),
        new("describe", ModelFamily.Words, RecipeWork.Describe, "vision.describe", "description", Prompts),
        new("mark_for_review", ModelFamily.None, RecipeWork.Review, "people.review", "review", [Text("question"), new("deadline", ParameterKind.Duration, "deadline"), Choice("default", "default", "reject", "accept")]),
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RecipeAction> All => Table;

    /// <summary>By name; null when there is none.</summary>
    public static RecipeAction? Find(string name) => Array.Find(Table, action => action.Name == name);

    private static RecipeParameter Score(string name, string field) => new(name, ParameterKind.Number, field) { Least = 1, Most = 10 };

    private static RecipeParameter Share(string name, string field) => new(name, ParameterKind.Number, field) { Least = 0, Most = 1 };

    private static RecipeParameter Flag(string name, string? field = null) => new(name, ParameterKind.Boolean, field);

    private static RecipeParameter Text(string name, string? field = null) => new(name, ParameterKind.Text, field);

    private static RecipeParameter Choice(string name, string? field, params string[] choices) => new(name, ParameterKind.Choice, field) { Choices = choices };
}
