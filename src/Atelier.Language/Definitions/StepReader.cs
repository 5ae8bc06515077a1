using System.Collections.Immutable;
using Atelier.Language.Yaml;

namespace Atelier.Language.Definitions;

/// <summary>Reads one step.</summary>
internal static class StepReader
{
    private static readonly StepsDefinition NoSteps = new(default, []);

    /// <summary>Null, with the mistake told, when the node is no map or has no id.</summary>
    /// <param name="node">The step.</param>
    /// <param name="branch">The key it stands under in <c>parallel</c>, which is its id; null in lists.</param>
    /// <param name="diagnostics">Where mistakes go.</param>
    public static StepDefinition? Read(YamlNode node, YamlScalar? branch, DiagnosticBag diagnostics)
    {
        if (MapReader.Of(node, "a step", diagnostics) is not { } reader)
        {
            return null;
        }

        var kind = StepKeys.KindOf(reader.Map, diagnostics);
        var id = ReadId(reader, branch);
        if (kind is null)
        {
            return id is null ? null : new BrokenDefinition { Id = id.Text, IdPosition = id.Position, Position = reader.Map.Position };
        }

        StepKeys.Check(reader.Map, kind.Value, diagnostics);
        var body = ReadKind(kind.Value, reader);

        // A step without an id still has its content checked.
        return body with
        {
            Id = id?.Text ?? string.Empty,
            IdPosition = id?.Position ?? reader.Map.Position,
            Position = branch?.Position ?? reader.Map.Position,
            Needs = ReadNeeds(reader),
            NeedsPosition = reader.Map.Find("needs")?.Key.Position,
            If = reader.Node("if"),
            TotalTimeout = reader.Duration("total_timeout"),
            OnFailure = StepsReader.Read(reader.Node("on_failure"), "on_failure", diagnostics),
            Finally = StepsReader.Read(reader.Node("finally"), "finally", diagnostics),
        };
    }

    private static YamlScalar? ReadId(MapReader reader, YamlScalar? branch)
    {
        if (branch is null)
        {
            var example = reader.Node("uses") is YamlScalar uses ? uses.Text[(uses.Text.LastIndexOf('.') + 1)..] : "convert";
            reader.Required("id", $"Name it, such as `id: {example}`.");
            return reader.Text("id");
        }

        if (reader.Text("id") is { } own && own.Text != branch.Text)
        {
            reader.Diagnostics.Error(DiagnosticCodes.DuplicateId, own.Position, $"This branch is `{branch.Text}` by its key and `{own.Text}` by its `id`.", "Leave `id` out.");
        }

        return branch;
    }

    private static ImmutableArray<YamlScalar>? ReadNeeds(MapReader reader) =>
        reader.Node("needs") is YamlScalar { IsNull: true } ? [] : reader.Texts("needs");

    private static StepDefinition ReadKind(StepKind kind, MapReader reader) => kind switch
    {
        StepKind.Action => ActionReader.Read(reader),
        StepKind.ForEach => ForEachReader.Read(reader),
        StepKind.Repeat => RepeatReader.Read(reader),
        StepKind.Parallel => new ParallelDefinition
        {
            Branches = StepsReader.ReadBranches(reader.Node("parallel")!, reader.Diagnostics) ?? NoSteps,
        },
        StepKind.Switch => SwitchReader.Read(reader),
        StepKind.Call => new CallDefinition
        {
            Run = reader.Text("run"),
            With = reader.Node("with"),
        },
        _ => new GroupDefinition { Body = ReadBody(reader) },
    };

    /// <summary>The <c>steps</c> of a block; required.</summary>
    public static StepsDefinition ReadBody(MapReader reader) =>
        StepsReader.Read(reader.Required("steps", "Write `steps:` and a list of steps."), "steps", reader.Diagnostics) ?? NoSteps;
}
