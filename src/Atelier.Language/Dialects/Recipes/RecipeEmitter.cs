using System.Collections.Immutable;
using Atelier.Language.Yaml;

namespace Atelier.Language.Dialects.Recipes;

/// <summary>Puts the canonical document together: inputs, the listing of the folder, maps with barriers between them, and what is written at the end.</summary>
internal sealed class RecipeEmitter
{
    private const string Pictures = "**/*.{jpg,jpeg,png,webp,avif,tif,tiff,heic,heif}";

    private readonly RecipeDefinition _recipe;
    private readonly RecipeResults _results;
    private readonly RecipeSteps _steps;
    private readonly RecipeInputs _inputs;
    private readonly List<YamlNode> _root = [];
    private readonly List<RecipeOperation> _barrier = [];
    private readonly SourcePosition _start;
    private bool _groupsLater;

    public RecipeEmitter(RecipeDefinition recipe, DiagnosticBag diagnostics)
    {
        _recipe = recipe;
        _start = recipe.Position;
        _inputs = new RecipeInputs(recipe);
        _results = new RecipeResults(new RecipeNames(recipe)) { Pass = new RecipePass(1) };
        _steps = new RecipeSteps(recipe, _results, _inputs, diagnostics);
    }

    private RecipePass Pass => _results.Pass;

    public YamlNode Emit(IReadOnlyList<RecipeOperation> operations)
    {
        _root.Add(Node.Map(_start, ("id", Node.Text(_start, "find")), ("uses", Node.Text(_start, "files.list")), ("with", Node.Map(_start, ("path", Node.Expression(_start, "inputs.photos")), ("match", Node.Text(_start, Pictures))))));
        for (var index = 0; index < operations.Count; index++)
        {
            var operation = operations[index];
            _groupsLater = operations.Skip(index).Any(static later => later.Action.Work == RecipeWork.Group);
            if (operation.Action.IsCollection)
            {
                if (operation.Step.Conditions.Any(ReadsBarrier))
                {
                    Cross();
                }

                _barrier.Add(operation);
                continue;
            }

            if (_barrier.Count > 0)
            {
                Cross();
            }

            _steps.Add(operation);
        }

        if (_barrier.Count > 0)
        {
            Cross();
        }

        return Document();
    }

    private YamlMap Document()
    {
        var ending = new RecipeEnding(_recipe, _results);
        var yield = ending.Add(_steps.Wishes);
        _root.Add(Map(yield));
        _root.AddRange(ending.Results());
        return Node.Map(
            _start,
            ("name", Node.Text(_recipe.Name?.Position ?? _start, RecipeTitle.NameOf(_recipe.Name?.Text))),
            ("description", RecipeTitle.Description(_recipe) is { } description ? Node.Text(_start, description) : null),
            ("inputs", _inputs.ToNode(_start)),
            ("models", _recipe.Models is { } models ? Node.Literal(models) : null),
            ("model_limits", Limits()),
            ("steps", Node.List(_start, _root)),
            ("outputs", ending.Outputs()));
    }

    // Whether a photo takes part is asked in the pass before, so what the condition reads must be known there.
    private bool ReadsBarrier(YamlScalar condition)
    {
        var names = new RecipeNames(_recipe);
        _results.Made.Concat(_barrier).ToList().ForEach(names.Add);
        return RecipeCondition.Parse(condition, new DiagnosticBag())?.References.Any(reference => names.Find(reference.Root) is { Operation: { } read } && _barrier.Contains(read)) ?? false;
    }

    private YamlMap? Limits() =>
        (_recipe.GpuMemoryLimit ?? _recipe.MemoryLimit ?? _recipe.BatchSize ?? (YamlNode?)_recipe.CacheModels) is { } first
            ? Node.Map(first.Position, ("gpu_memory_limit", _recipe.GpuMemoryLimit), ("memory_limit", _recipe.MemoryLimit), ("batch_size", _recipe.BatchSize), ("cache_models", _recipe.CacheModels))
            : null;

    // The photos wait for each other: the pass ends, actions over all of them run, and the next pass goes on with what they say.
    private void Cross()
    {
        var takesPart = new Dictionary<string, string>(StringComparer.Ordinal);
        var grouped = _barrier.Any(static operation => operation.Action.Work == RecipeWork.Group);
        var members = _results.Made.Where(operation => operation.Result != "embedding" || _groupsLater || grouped)
            .Select(operation => ((string, YamlNode?))(operation.Result, Node.Expression(operation.Position, _results.Whole(operation)))).ToList();
        if (_barrier.Any(static operation => operation.Action.Work == RecipeWork.Group))
        {
            members.Insert(0, ("taken", Node.Expression(_start, _steps.Metadata("taken", _start))));
        }

        foreach (var operation in _barrier.Where(static operation => operation.Step.Conditions.Length > 0))
        {
            var field = $"when_{operation.Result}";
            takesPart[operation.Result] = field;
            members.Add((field, Node.Expression(operation.Step.Conditions[0].Position, _steps.ConditionOf(operation)!)));
        }

        members.Insert(0, ("photo", Node.Expression(_start, Pass.Photo)));
        _root.Add(Map(Node.Map(_start, [.. members])));
        var over = new RecipeBarrier(_results, Pass.Id);
        foreach (var operation in _barrier)
        {
            _root.Add(over.Step(operation));
            _results.Add(operation);
        }

        _root.Add(over.Regroup(_barrier, takesPart, Pass.Number + 1, _start));
        _barrier.Clear();
        _results.Pass = new RecipePass(Pass.Number + 1);
    }

    private YamlMap Map(YamlMap yield)
    {
        var isFirst = Pass.Number == 1;
        var first = isFirst ? null : Node.Map(
            _start,
            ("id", Node.Text(_start, "dropped_out")),
            ("if", Node.Expression(_start, "shot.outcome != 'succeeded' && shot.outcome != 'empty'")),
            ("uses", Node.Text(_start, "core.reject")),
            ("with", Node.Map(_start, ("reason", Node.Expression(_start, "shot.reason")))));
        return Node.Map(
            _start,
            ("id", Node.Text(_start, Pass.Id)),
            ("for_each", Node.Expression(_start, isFirst ? "find" : $"shots_{Pass.Number}")),
            ("collection", isFirst ? Node.Text(_start, $"{RecipeTitle.NameOf(_recipe.Name?.Text)}/photos") : null),
            ("as", Node.Text(_start, isFirst ? "photo" : "shot")),
            ("on_item_failure", Node.Text(_start, "quarantine")),
            ("yield", yield),
            ("steps", Node.List(_start, Pass.Nodes(first))));
    }
}
