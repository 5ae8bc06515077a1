using System.Text.Json.Nodes;
using Atelier.Actions.Llm.Answers;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Atelier.Actions.Tests.Llm.Answers;

public sealed class StructuredAnswerTests
{
    [Fact]
    public void Corpus_HasAtLeast200Answers() => Assert.True(BrokenAnswers.All().Count() >= 200);

    [Fact]
    public void Read_EveryBrokenAnswer_GivesTheMeantValueOrNone()
    {
        var wrong = new List<string>();
        foreach (var answer in BrokenAnswers.All())
        {
            var read = StructuredAnswer.Read(answer.Text, BrokenAnswers.Schema, isCut: false);
            var right = read.Mistake is not null
                ? answer.Meant is null || answer.MayRefuse
                : JsonNode.DeepEquals(read.Value, answer.Meant);
            if (!right)
            {
                wrong.Add($"{answer.Kind}: {answer.Text}\n  -> {read.Value?.ToJsonString()} {read.Mistake}");
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count}:\n{string.Join("\n", wrong)}");
    }

    [Fact]
    public void Read_MostAnswersThatMayBeRefused_AreRead() =>
        Assert.True(BrokenAnswers.All().Where(answer => answer.MayRefuse).Count(answer => StructuredAnswer.Read(answer.Text, BrokenAnswers.Schema, isCut: false).Mistake is null) >= 16);

    [Fact]
    public void Read_AWholeAnswer_NeedsNoRepair() => Assert.All(BrokenAnswers.Values, value =>
    {
        var read = StructuredAnswer.Read(value.ToJsonString(), BrokenAnswers.Schema, isCut: true);

        Assert.Null(read.Mistake);
        Assert.Empty(read.Repairs);
        Assert.True(JsonNode.DeepEquals(value, read.Value));
    });

    [Fact]
    public void Read_AnAnswerKnownToBeCut_IsNeverClosed()
    {
        foreach (var value in BrokenAnswers.Values)
        {
            var json = value.ToJsonString();
            for (var length = 0; length < json.Length; length++)
            {
                Assert.NotNull(StructuredAnswer.Read(json[..length], BrokenAnswers.Schema, isCut: true).Mistake);
            }
        }
    }

    [Fact]
    public void Read_AnyCutOfAnAnswer_HoldsOnlyWhatStoodThere()
    {
        var open = JsonNode.Parse("""{ "type": "object" }""")!;
        foreach (var value in BrokenAnswers.Values)
        {
            var json = value.ToJsonString();
            for (var length = 0; length < json.Length; length++)
            {
                var read = StructuredAnswer.Read(json[..length], open, isCut: false);

                Assert.True(read.Mistake is not null || IsPart(read.Value, value), $"{json[..length]} -> {read.Value?.ToJsonString()}");
            }
        }
    }

    [Fact]
    public void Read_AnyText_EndsWithoutAnException() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(
            Gen.Elements("{", "}", "[", "]", "\"", "'", ":", ",", "a", "1", "-", ".", "\\", "\n", " ", "//", "/*", "*/", "#", "```", "true", "None", "“", "”", "=>", "é", "\0", "&quot;", "<think>").ListOf().Select(parts => string.Concat(parts)).ToArbitrary(),
            text => StructuredAnswer.Read(text, BrokenAnswers.Schema, isCut: false) is not null));

    [Theory]
    [InlineData("""{ "type": "object", "properties": { "kind": { "enum": ["portrait", "landscape"] } }, "required": ["kind"] }""", """{ "kind": "Landscape " }""", """{ "kind": "landscape" }""")]
    [InlineData("""{ "type": "object", "properties": { "a": { "type": "integer" } }, "additionalProperties": false }""", """{ "a": 1, "why": "because" }""", """{ "a": 1 }""")]
    [InlineData("""{ "type": "object", "properties": { "id": { "type": "string" } } }""", """{ "id": 12 }""", """{ "id": "12" }""")]
    [InlineData("""{ "type": "array", "items": { "$ref": "#/$defs/n" }, "$defs": { "n": { "type": "number" } } }""", """The list: [1, "2", 3.5]""", "[1, 2, 3.5]")]
    [InlineData("""{ "anyOf": [{ "type": "object", "required": ["a"] }, { "type": "object", "required": ["b"] }] }""", """{ "b": 1 }""", """{ "b": 1 }""")]
    [InlineData("""{ "type": "object", "properties": { "when": { "anyOf": [{ "type": "integer" }, { "type": "null" }] } } }""", """{ "when": "1889" }""", """{ "when": 1889 }""")]
    public void Read_LosslessForms_AreBroughtToTheSchemas(string schema, string answer, string expected)
    {
        var read = StructuredAnswer.Read(answer, JsonNode.Parse(schema)!, isCut: false);

        Assert.Null(read.Mistake);
        Assert.NotEqual(read.Repairs.Count == 0, !JsonNode.DeepEquals(JsonNode.Parse(expected), AnswerOrNull(answer)));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), read.Value), read.Value?.ToJsonString());
    }

    [Theory]
    [InlineData("""{ "type": "integer" }""", "{ \"x\": 1 }", "`/` is an object, expected integer")]
    [InlineData("""{ "type": "object", "required": ["a"] }""", "{}", "`/a` is missing")]
    [InlineData("""{ "properties": { "a": { "maxLength": 2 } } }""", """{ "a": "abc" }""", "`/a` has 3 characters, at most 2 are allowed")]
    [InlineData("""{ "properties": { "a": { "pattern": "^x" } } }""", """{ "a": "abc" }""", "`/a` does not match `^x`")]
    [InlineData("""{ "properties": { "a": { "exclusiveMinimum": 3 } } }""", """{ "a": 3 }""", "`/a` is 3, which `exclusiveMinimum: 3` does not allow")]
    [InlineData("""{ "items": { "type": "string" }, "uniqueItems": true, "type": "array" }""", """["a", "a"]""", "`/` has an element twice")]
    [InlineData("""{ "properties": { "a": { "not": { "const": 0 } } } }""", """{ "a": 0 }""", "`/a` is what it may not be")]
    public void Read_AValueThatDoesNotFit_NamesThePlace(string schema, string answer, string mistake) =>
        Assert.Equal(mistake, StructuredAnswer.Read(answer, JsonNode.Parse(schema)!, isCut: false).Mistake);

    [Theory]
    [InlineData("""{ "type": "objekt" }""", "`/type` is none of null, object, array, string, boolean, number, integer")]
    [InlineData("""{ "properties": { "a": { "if": {} } } }""", "`/properties/a/if` is not checked here; leave it out")]
    [InlineData("""{ "$ref": "#/$defs/a" }""", "`/$ref` points to nothing in this schema")]
    [InlineData("""{ "pattern": "(" }""", "`/pattern` is no regular expression")]
    [InlineData("[]", "the schema is no object")]
    public void Mistake_OfASchemaThatCannotBeChecked_NamesThePlace(string schema, string mistake) =>
        Assert.Equal(mistake, AnswerSchema.Mistake(JsonNode.Parse(schema)));

    private static JsonNode? AnswerOrNull(string answer) => AnswerText.TryStrict(answer, out var value) ? value : null;

    private static bool IsPart(JsonNode? part, JsonNode? whole) => (part, whole) switch
    {
        (JsonObject some, JsonObject all) => some.All(member => all.ContainsKey(member.Key) && IsPart(member.Value, all[member.Key])),
        (JsonArray some, JsonArray all) => some.Count <= all.Count && some.Zip(all).All(pair => IsPart(pair.First, pair.Second)),
        _ => JsonNode.DeepEquals(part, whole),
    };
}
