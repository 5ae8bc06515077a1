using System.Text.Json.Nodes;
using Atelier.Language.Definitions;
using Atelier.Language.Schemas;
using Atelier.Language.Tests.Catalog;
using Xunit;

namespace Atelier.Language.Tests.Schemas;

public sealed class WorkflowSchemaTests
{
    private static readonly string Published = Path.Combine(CorpusFiles.Root, "docs", "specs", "workflow.schema.json");

    [Fact]
    public void Generate_WithoutActions_IsThePublishedSchema()
    {
        if (Environment.GetEnvironmentVariable("ATELIER_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(Published, WorkflowSchema.Generate());
        }

        Assert.Equal(File.ReadAllText(Published), WorkflowSchema.Generate());
    }

    [Theory]
    [InlineData(StepKind.Action, "action_step")]
    [InlineData(StepKind.ForEach, "for_each_step")]
    [InlineData(StepKind.Repeat, "repeat_step")]
    [InlineData(StepKind.Parallel, "parallel_step")]
    [InlineData(StepKind.Switch, "switch_step")]
    [InlineData(StepKind.Call, "run_step")]
    [InlineData(StepKind.Group, "group_step")]
    internal void Generate_EveryKindOfStep_HasTheKeysTheCompilerKnows(StepKind kind, string definition)
    {
        var definitions = JsonNode.Parse(WorkflowSchema.Generate())!["$defs"]!;
        var keys = Keys(definitions["common"]!).Concat(Keys(definitions[definition]!));
        Assert.Equal(StepKeys.KeysOf(kind).Order(), keys.Order());
    }

    [Fact]
    public void Generate_WithActions_NamesThemAndTheirFields()
    {
        var schema = JsonNode.Parse(WorkflowSchema.Generate(FakeActions.Instance))!["$defs"]!;
        Assert.Equal(FakeActions.Instance.Names, schema["action"]!["oneOf"]!.AsArray().Select(action => action!["const"]!.GetValue<string>()));
        Assert.Equal("#/$defs/expression", schema["with_images_convert"]!["properties"]!["width"]!["anyOf"]![1]!["$ref"]!.GetValue<string>());
        Assert.Equal("#/$defs/with_http_request/$defs/node", schema["with_http_request"]!["properties"]!["node"]!["anyOf"]![0]!["$ref"]!.GetValue<string>());
    }

    [Fact]
    public void Generate_RawField_TakesNoExpression() =>
        Assert.Null(JsonNode.Parse(WorkflowSchema.Generate(FakeActions.Instance))!["$defs"]!["with_process_run"]!["properties"]!["script"]!["anyOf"]);

    private static IEnumerable<string> Keys(JsonNode definition) => definition["properties"]!.AsObject().Select(property => property.Key);
}
