using System.Text.Json;

namespace Atelier.Cli.Tests.Expressions;

public class ExprCommandTests
{
    [Theory]
    [InlineData("1 + 2", "3")]
    [InlineData("{'a': [1, 2.5, true, null]}", """{"a":[1,2.5,true,null]}""")]
    [InlineData("name + '!'", "\"x!\"")]
    public async Task Expr_OfAValue_PrintsJson(string expression, string json)
    {
        using var sandbox = new Sandbox();

        var ended = await sandbox.RunAsync("expr", expression, "--vars", """{"name":"x"}""");

        Assert.Equal((0, json), (ended.Exit, ended.Output.TrimEnd()));
    }

    [Theory]
    [InlineData("1", """{"type":"int","value":"1"}""")]
    [InlineData("1u", """{"type":"uint","value":"1"}""")]
    [InlineData("1.5", """{"type":"double","value":1.5}""")]
    [InlineData("0.0 / 0.0", """{"type":"double","value":"NaN"}""")]
    [InlineData("-1.0 / 0.0", """{"type":"double","value":"-Infinity"}""")]
    [InlineData("b'ab'", """{"type":"bytes","value":"YWI="}""")]
    [InlineData("null", """{"type":"null_type","value":null}""")]
    [InlineData("[1]", """{"type":"list","value":[{"type":"int","value":"1"}]}""")]
    [InlineData("{'k': true}", """{"type":"map","value":[[{"type":"string","value":"k"},{"type":"bool","value":true}]]}""")]
    [InlineData("timestamp('2026-01-02T03:04:05Z')", """{"type":"timestamp","value":"2026-01-02T03:04:05Z"}""")]
    [InlineData("duration('90s')", """{"type":"duration","value":"90s"}""")]
    [InlineData("type(1)", """{"type":"type","value":"int"}""")]
    public async Task Expr_Typed_PrintsTheValueWithItsType(string expression, string json)
    {
        using var sandbox = new Sandbox();

        var ended = await sandbox.RunAsync("expr", expression, "--typed");

        Assert.Equal((0, json), (ended.Exit, ended.Output.TrimEnd()));
    }

    [Theory]
    [InlineData("1 / 0", 1)]
    [InlineData("1 + 1.5", 1)]
    [InlineData("missing", 1)]
    [InlineData("1 +", 2)]
    public async Task Expr_WithAMistake_PrintsTheErrorAndItsStatus(string expression, int exit)
    {
        using var sandbox = new Sandbox();

        var ended = await sandbox.RunAsync("expr", expression, "--typed");

        Assert.Equal(exit, ended.Exit);
        Assert.StartsWith("ATL13", ended.Json.GetProperty("error").GetProperty("code").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(ended.Json.GetProperty("error").GetProperty("message").GetString()!);
    }

    [Fact]
    public async Task Expr_Batch_AnswersALineForEach()
    {
        using var sandbox = new Sandbox();
        sandbox.Write("batch.jsonl", """
            {"expr":"a + 1","vars":{"a":{"type":"int","value":"41"}}}
            {"expr":"a + 1.0","vars":{"a":41}}
            {"expr":"1 +"}
            no json
            """);

        var ended = await sandbox.RunAsync("expr", "--batch", "batch.jsonl", "--typed");

        Assert.Equal(0, ended.Exit);
        Assert.Equal(4, ended.JsonLines.Count);
        Assert.Equal("42", ended.JsonLines[0].GetProperty("value").GetString());
        Assert.Equal(JsonValueKind.Number, ended.JsonLines[1].GetProperty("value").ValueKind);
        Assert.All(ended.JsonLines.Skip(2), static line => Assert.True(line.TryGetProperty("error", out _)));
    }
}
