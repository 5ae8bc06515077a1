using Atelier.Language.Cel;

namespace Atelier.Language.Dialects.Recipes;

/// <summary>How results are read in the pass that is being put together.</summary>
internal sealed class RecipeResults(RecipeNames names)
{
    private readonly Dictionary<string, int> _madeIn = new(StringComparer.Ordinal);

    /// <summary>The pass that is being put together.</summary>
    public required RecipePass Pass { get; set; }

    /// <summary>Results so far, in order.</summary>
    public List<RecipeOperation> Made { get; } = [];

    /// <summary>A result exists from here on; of an action over all photos from the next pass on.</summary>
    public void Add(RecipeOperation operation)
    {
        Made.Add(operation);
        names.Add(operation);
        _madeIn[operation.Result] = operation.Action.IsCollection ? -1 : Pass.Number;
    }

    /// <summary>The whole result; an empty map where the step ended without one.</summary>
    public string Whole(RecipeOperation operation) =>
        IsHere(operation) && operation.MayBeAbsent ? $"{Exists(operation)} ? {operation.Result} : {{}}" : Root(operation);

    /// <summary>The whole result; null where the step ended without one.</summary>
    public string OrNull(RecipeOperation operation) => operation.MayBeAbsent ? $"{Exists(operation)} ? {Root(operation)} : null" : Root(operation);

    /// <summary>A part of a result, with what stands for it where it is missing.</summary>
    public string Part(RecipeOperation operation, IReadOnlyList<string> path) =>
        path.Count == 0 ? Whole(operation) : Part(operation, path, Default(operation, path[^1]));

    /// <summary>A part of a result, or this expression where it is missing.</summary>
    public string Part(RecipeOperation operation, IReadOnlyList<string> path, string otherwise) =>
        $"{Root(operation)}{string.Concat(path.Select(static part => $".?{part}"))}.orValue({otherwise})";

    /// <summary>True in expressions where the result may be missing and is there.</summary>
    public string Exists(RecipeOperation operation) => $"has({Root(operation)}.{operation.Action.Probe})";

    /// <summary>The result as an expression reads it.</summary>
    public string Root(RecipeOperation operation) => IsHere(operation) ? operation.Result : $"shot.value.{operation.Result}";

    /// <summary>A name of a condition or prompt, with the path after it; null when nobody knows the name.</summary>
    public string? Read(string root, IReadOnlyList<string> path) =>
        names.Find(root) is { Operation: { } operation } found ? Part(operation, [.. found.Path, .. path]) : null;

    /// <summary>The result that a name means; null when nobody knows the name.</summary>
    public RecipeOperation? Find(string name) => names.Find(name)?.Operation;

    /// <summary>The latest result of a canonical action; null: there is none.</summary>
    public RecipeOperation? Latest(string uses) => names.Latest(uses);

    /// <summary>A condition with its names replaced; null when it cannot be read, which was told before.</summary>
    public string? Condition(Yaml.YamlScalar condition, Func<CelReference, string?>? own = null) =>
        RecipeCondition.Parse(condition, new DiagnosticBag()) is { } expression
            ? RecipeCondition.Rewrite(expression, reference => own?.Invoke(reference) ?? Read(reference.Root, reference.Path) ?? expression.Text.Substring(reference.Offset, reference.Length))
            : null;

    private bool IsHere(RecipeOperation operation) => _madeIn.GetValueOrDefault(operation.Result, -1) == Pass.Number;

    // A comparison needs a value of its kind: what it is, the name says.
    private static string Default(RecipeOperation operation, string part) => part switch
    {
        "count" => operation.Action.IsCollection ? "1" : "0",
        "rank" or "width" or "height" => "0",
        "passed" or "approved" or "best" or "converged" => "false",
        _ when part.EndsWith("score", StringComparison.Ordinal) || part.EndsWith("share", StringComparison.Ordinal) || part is "spread" or "confidence" => "0.0",
        _ => "''",
    };
}
