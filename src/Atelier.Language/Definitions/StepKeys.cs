using Atelier.Language.Validation;
using Atelier.Language.Yaml;

namespace Atelier.Language.Definitions;

/// <summary>Which keys a step may have, by what it does.</summary>
internal static class StepKeys
{
    private static readonly string[] Common = ["id", "description", "needs", "if", "total_timeout", "on_failure", "finally"];

    private static readonly Dictionary<StepKind, string[]> Own = new()
    {
        [StepKind.Action] = ["uses", "with", "retry", "timeout", "queue", "cache", "idempotent", "priority", "undo"],
        [StepKind.ForEach] = ["for_each", "steps", "collection", "as", "key", "on_duplicate", "parallel", "window", "on_item_failure", "tolerate", "yield"],
        [StepKind.Repeat] = ["repeat", "steps", "yield"],
        [StepKind.Parallel] = ["parallel"],
        [StepKind.Switch] = ["switch"],
        [StepKind.Call] = ["run", "with"],
        [StepKind.Group] = ["steps"],
    };

    private static readonly string[] All = [.. Own.Values.SelectMany(static keys => keys).Concat(Common).Distinct()];

    /// <summary>Every key that a step of the kind may have.</summary>
    public static IEnumerable<string> KeysOf(StepKind kind) => Own[kind].Concat(Common);

    /// <summary>What the step does; null, with the mistake told, when it says nothing or several things.</summary>
    public static StepKind? KindOf(YamlMap map, DiagnosticBag diagnostics)
    {
        var written = new List<(StepKind Kind, YamlMember Member)>();
        Add("uses", StepKind.Action);
        Add("for_each", StepKind.ForEach);
        Add("repeat", StepKind.Repeat);
        Add("switch", StepKind.Switch);
        Add("run", StepKind.Call);
        if (!written.Any(static found => found.Kind == StepKind.ForEach))
        {
            Add("parallel", StepKind.Parallel);
        }

        if (written.Count == 0)
        {
            if (map.Find("steps") is not null)
            {
                return StepKind.Group;
            }

            var near = map.Members.Select(static member => NearNames.Find(member.Name, ["uses", "for_each", "repeat", "switch", "run", "parallel", "steps"])).FirstOrDefault(static name => name is not null);
            diagnostics.Error(DiagnosticCodes.NoStepKind, map.Position, "This step says nothing to do.", near is null ? "Give it one of `uses`, `for_each`, `repeat`, `parallel`, `switch`, `run` or `steps`." : $"Did you mean `{near}`?");
            return null;
        }

        if (written.Count > 1)
        {
            var names = string.Join(" and ", written.Select(static found => $"`{found.Member.Name}`"));
            diagnostics.Error(DiagnosticCodes.SeveralStepKinds, written[1].Member.Key.Position, $"A step does one thing; this one has {names}.", "Put the inner one into `steps:`.");
            return null;
        }

        return written[0].Kind;

        void Add(string key, StepKind kind)
        {
            if (map.Find(key) is { } member)
            {
                written.Add((kind, member));
            }
        }
    }

    /// <summary>Tells keys that no step has, or not a step of this kind.</summary>
    public static void Check(YamlMap map, StepKind kind, DiagnosticBag diagnostics)
    {
        var own = Own[kind];
        foreach (var member in map.Members)
        {
            if (Array.IndexOf(own, member.Name) >= 0 || Array.IndexOf(Common, member.Name) >= 0)
            {
                continue;
            }

            if (Array.IndexOf(All, member.Name) >= 0)
            {
                diagnostics.Error(DiagnosticCodes.KeyNotForStep, member.Key.Position, $"`{member.Name}` has no meaning on {Describe(kind)}.", RemedyFor(member.Name, kind));
            }
            else
            {
                diagnostics.Error(
                    DiagnosticCodes.UnknownKey,
                    member.Key.Position,
                    $"A step has no key `{member.Name}`.",
                    NearNames.DidYouMean(member.Name, own.Concat(Common)) ?? NearNames.DidYouMean(member.Name, All) ?? $"Known on {Describe(kind)}: {string.Join(", ", own.Concat(Common))}.");
            }
        }
    }

    private static string Describe(StepKind kind) => kind switch
    {
        StepKind.Action => "a step with `uses`",
        StepKind.ForEach => "a step with `for_each`",
        StepKind.Repeat => "a step with `repeat`",
        StepKind.Parallel => "a step with `parallel`",
        StepKind.Switch => "a step with `switch`",
        StepKind.Call => "a step with `run`",
        _ => "a group of steps",
    };

    private static string? RemedyFor(string key, StepKind kind) => key switch
    {
        "timeout" => "A block takes `total_timeout`; put `timeout` on the actions inside.",
        "retry" or "queue" or "cache" or "priority" or "idempotent" or "undo" => "Put it on the actions inside.",
        "steps" when kind == StepKind.Action => "Put the action into a list of steps of a block.",
        "steps" when kind == StepKind.Switch => "Put the steps into the cases.",
        "steps" when kind == StepKind.Parallel => "Put the steps into `parallel`.",
        "with" => "Only `uses` and `run` take `with`.",
        "yield" => "Only `for_each` and `repeat` take `yield`.",
        "as" or "key" or "collection" or "on_duplicate" or "window" or "on_item_failure" or "tolerate" => "Only `for_each` takes it.",
        _ => null,
    };
}
