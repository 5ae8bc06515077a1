using Atelier.Language.Yaml;

namespace Atelier.Language.Dialects.Recipes;

/// <summary>
/// The body of one map over the photos while it is put together: canonical steps with what they wait for. A step waits for its stage's beginning, for the
/// step before it where its stage is in order, and for every step that it reads.
/// </summary>
internal sealed class RecipePass(int number)
{
    private readonly List<(string Id, List<string> Needs, YamlMap Node)> _steps = [];
    private readonly Dictionary<string, HashSet<string>> _reach = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<string>> _ends = [];

    /// <summary>1 for the first.</summary>
    public int Number { get; } = number;

    /// <summary>Id of the map.</summary>
    public string Id => $"pass_{Number}";

    /// <summary>The photo itself, an artifact.</summary>
    public string Photo => Number == 1 ? "photo" : "shot.value.photo";

    /// <summary>True when a step of that id is here.</summary>
    public bool Has(string id) => _reach.ContainsKey(id);

    /// <summary>True when nothing is done in it besides leaving out photos that dropped out before.</summary>
    public bool IsEmpty => _steps.Count == 0;

    /// <summary>Ids of the steps that no other waits for.</summary>
    public IReadOnlyList<string> Sinks => [.. _steps.Select(static step => step.Id).Where(id => !_steps.Any(step => step.Needs.Contains(id)))];

    /// <summary>Adds a step.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="node">Its members without <c>needs</c>.</param>
    /// <param name="after">Steps it waits for whatever it reads.</param>
    /// <param name="reads">Steps of this pass that it reads; others are ignored.</param>
    public void Add(string id, YamlMap node, IEnumerable<string> after, IEnumerable<string> reads)
    {
        var needs = after.Where(Has).Distinct().ToList();
        var reach = needs.SelectMany(need => _reach[need].Append(need)).ToHashSet(StringComparer.Ordinal);
        foreach (var read in reads.Where(read => Has(read) && !reach.Contains(read)).Distinct().ToList())
        {
            needs.Add(read);
            reach.UnionWith(_reach[read].Append(read));
        }

        _steps.Add((id, needs, node));
        _reach[id] = reach;
    }

    /// <summary>The steps a stage begins after.</summary>
    public IReadOnlyList<string> Begin(RecipeDefinition recipe, int stage)
    {
        var before = recipe.Stages[stage].DependsOn is { } named
            ? named.Select(name => recipe.Stages.ToList().FindIndex(other => other.Name?.Text == name.Text)).Where(index => index >= 0 && index < stage)
            : stage > 0 ? [stage - 1] : [];
        return [.. before.SelectMany(index => _ends.TryGetValue(index, out var ends) ? ends : Begin(recipe, index)).Distinct()];
    }

    /// <summary>The last steps of a stage so far.</summary>
    public IReadOnlyList<string> End(RecipeDefinition recipe, int stage) => _ends.TryGetValue(stage, out var ends) ? ends : Begin(recipe, stage);

    /// <summary>A step is the last of its stage, or of a stage whose steps run side by side one of the last.</summary>
    public void Ended(int stage, string id, bool beside)
    {
        if (!beside || !_ends.TryGetValue(stage, out var ends))
        {
            _ends[stage] = [id];
        }
        else
        {
            ends.Add(id);
        }
    }

    /// <summary>The steps as nodes; <c>needs</c> stands where it says something else than "the step before".</summary>
    public IEnumerable<YamlNode> Nodes(YamlMap? first)
    {
        var previous = first is null ? null : "dropped_out";
        if (first is not null)
        {
            yield return first;
        }

        foreach (var (id, needs, node) in _steps)
        {
            var all = needs.Count == 0 && first is not null ? ["dropped_out"] : needs;
            var isUsual = previous is null ? all.Count == 0 : all is [var only] && only == previous;
            yield return isUsual
                ? node
                : new YamlMap(node.Position, node.Members.Insert(1, new YamlMember(Node.Text(node.Position, "needs"), Node.List(node.Position, all.Select(need => Node.Text(node.Position, need))))));
            previous = id;
        }
    }
}
