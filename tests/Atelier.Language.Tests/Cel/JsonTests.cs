using System.Text.Json;
using System.Text.Json.Nodes;
using Atelier.Language.Cel;
using Atelier.Language.Cel.Json;
using Atelier.Language.Cel.Values;
using Xunit;

namespace Atelier.Language.Tests.Cel;

public sealed class JsonTests
{
    [Theory]
    [InlineData("1", "double")]
    [InlineData("1.5", "double")]
    [InlineData("-0", "double")]
    [InlineData("9007199254740992", "double")]
    [InlineData("-9007199254740992", "double")]
    [InlineData("9007199254740993", "int")]
    [InlineData("-9007199254740993", "int")]
    [InlineData("9223372036854775807", "int")]
    [InlineData("9223372036854775808", "uint")]
    [InlineData("18446744073709551615", "uint")]
    [InlineData("18446744073709551616", "double")]
    [InlineData("9007199254740993.0", "double")]
    [InlineData("1e3", "double")]
    [InlineData("null", "null_type")]
    [InlineData("\"x\"", "string")]
    [InlineData("[]", "list")]
    [InlineData("{}", "map")]
    public void Read_Json_GivesTheType(string json, string type)
    {
        Assert.Equal(type, Evaluating.Json(json).Type.Name);
        Assert.Equal(type, CelJson.Read(JsonDocument.Parse(json).RootElement).Type.Name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[1,]")]
    [InlineData("1 2")]
    [InlineData("\"\\ud800\"")]
    [InlineData("nul")]
    public void Read_NoJson_IsAnErrorValue(string json) => Assert.Equal(CelCodes.BadJson, Assert.IsType<CelErrorValue>(Evaluating.Json(json)).Code);

    [Fact]
    public void Read_NestedTooDeeply_IsAnErrorValue() =>
        Assert.IsType<CelErrorValue>(Evaluating.Json(new string('[', 100_000) + new string(']', 100_000)));

    [Theory]
    [InlineData("7.0", "7")]
    [InlineData("-0.5", "-0.5")]
    [InlineData("1e21", "1e+21")]
    [InlineData("1e-7", "1e-7")]
    [InlineData("9007199254740993", "9007199254740993")]
    [InlineData("18446744073709551615u", "18446744073709551615")]
    [InlineData("b'abc'", "\"YWJj\"")]
    [InlineData("timestamp('2026-01-31T12:00:00.5+01:00')", "\"2026-01-31T11:00:00.500Z\"")]
    [InlineData("duration('3500ms')", "\"3.5s\"")]
    [InlineData("optional.none()", "null")]
    [InlineData("optional.of([1])", "[1]")]
    [InlineData("type(1)", "\"int\"")]
    [InlineData("{'b': 1, 'a': [null, true]}", "{\"b\":1,\"a\":[null,true]}")]
    [InlineData("{1: 'x', true: 'y', 2u: 'z'}", "{\"1\":\"x\",\"true\":\"y\",\"2\":\"z\"}")]
    public void Write_Value_IsItsJson(string text, string expected)
    {
        Assert.Equal(expected, Evaluating.Plain(Evaluating.Value(text)));
        Assert.Null(CelJson.ToElement(Evaluating.Value(text), out var element));
        Assert.Equal(expected, element.GetRawText());
    }

    [Theory]
    [InlineData("0.0 / 0.0")]
    [InlineData("[1.0 / 0.0]")]
    [InlineData("{1: 2, '1': 3}")]
    public void Write_ValueWithoutJson_IsAnError(string text)
    {
        var value = Evaluating.Value(text);
        Assert.Equal(CelCodes.NoJson, CelJson.Write(value, new System.Buffers.ArrayBufferWriter<byte>())?.Code);
        Assert.Equal(CelCodes.NoJson, CelJson.WriteCanonical(value, new System.Buffers.ArrayBufferWriter<byte>())?.Code);
    }

    [Theory]
    [InlineData("{\"b\": 1.0, \"a\": [1e2, 0.1]}", "{\"a\":[100,0.1],\"b\":1}")]
    [InlineData("{\"\\u20ac\":1,\"\\r\":2,\"\\ufb33\":3,\"1\":4,\"\\ud83d\\ude00\":5,\"\\u0080\":6,\"\\u00f6\":7}", "{\"\\r\":2,\"1\":4,\"\u0080\":6,\"ö\":7,\"€\":1,\"😀\":5,\"\uFB33\":3}")]
    [InlineData("[333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001]", "[333333333.3333333,1e+30,4.5,0.002,1e-27]")]
    [InlineData("\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\"", "\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"")]
    [InlineData("[56, -0, 9007199254740993]", "[56,0,9007199254740993]")]
    public void WriteCanonical_Samples_FollowRfc8785(string json, string expected) =>
        Assert.Equal(expected, Evaluating.Canonical(Evaluating.Json(json)));

    /// <summary>The samples of RFC 8785, appendix B.</summary>
    [Theory]
    [InlineData(0x0000000000000000, "0")]
    [InlineData(0x8000000000000000, "0")]
    [InlineData(0x0000000000000001, "5e-324")]
    [InlineData(0x8000000000000001, "-5e-324")]
    [InlineData(0x7fefffffffffffff, "1.7976931348623157e+308")]
    [InlineData(0x4340000000000000, "9007199254740992")]
    [InlineData(0x4430000000000000, "295147905179352830000")]
    [InlineData(0x44b52d02c7e14af5, "9.999999999999997e+22")]
    [InlineData(0x44b52d02c7e14af6, "1e+23")]
    [InlineData(0x444b1ae4d6e2ef4e, "999999999999999700000")]
    [InlineData(0x444b1ae4d6e2ef4f, "999999999999999900000")]
    [InlineData(0x444b1ae4d6e2ef50, "1e+21")]
    [InlineData(0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7")]
    [InlineData(0x3eb0c6f7a0b5ed8d, "0.000001")]
    [InlineData(0x41b3de4355555553, "333333333.3333332")]
    [InlineData(0xbecbf647612f3696, "-0.0000033333333333333333")]
    [InlineData(0x43143ff3c1cb0959, "1424953923781206.2")]
    public void WriteCanonical_Doubles_FollowRfc8785(ulong bits, string expected) =>
        Assert.Equal(expected, Evaluating.Canonical(new CelDouble(BitConverter.UInt64BitsToDouble(bits))));

    [Theory]
    [InlineData("text", "text")]
    [InlineData("7.0", "7")]
    [InlineData("[\"a\", 1.0, null]", "[\"a\",1,null]")]
    [InlineData("null", "null")]
    public void ToDisplayText_Value_IsWhatInterpolationShows(string json, string expected) =>
        Assert.Equal(expected, CelJson.ToDisplayText(json == "text" ? new CelString("text") : Evaluating.Json(json)));

    [Fact]
    public void ApplySchema_Integers_BecomeInts()
    {
        var schema = JsonNode.Parse("""
            {
              "type": "object",
              "properties": {
                "count": { "type": "integer" },
                "maybe": { "anyOf": [{ "type": "integer" }, { "type": "null" }] },
                "either": { "type": ["integer", "null"] },
                "ratio": { "type": "number" },
                "free": { "type": ["integer", "number"] },
                "sizes": { "type": "array", "items": { "type": "integer" } },
                "pair": { "prefixItems": [{ "type": "number" }, { "type": "integer" }] },
                "node": { "$ref": "#/$defs/node" }
              },
              "additionalProperties": { "type": "integer" },
              "$defs": { "node": { "properties": { "id": { "type": "integer" }, "next": { "$ref": "#/$defs/node" } } } }
            }
            """);
        var value = Evaluating.Json("""
            {"count": 3, "maybe": 4, "either": 5, "ratio": 6, "free": 7, "sizes": [8, 9.5], "pair": [10, 11], "node": {"id": 12, "next": {"id": 13}}, "other": 14}
            """);
        var typed = Assert.IsType<CelMap>(CelJson.ApplySchema(value, schema), exactMatch: false);
        string TypeAt(string path) => Evaluating.Value($"type(v.{path})", null, ("v", typed)).ToString()!;
        Assert.Equal(
            ["int", "int", "int", "double", "double", "int", "double", "double", "int", "int", "int", "int"],
            new[] { "count", "maybe", "either", "ratio", "free", "sizes[0]", "sizes[1]", "pair[0]", "pair[1]", "node.id", "node.next.id", "other" }.Select(TypeAt));
        Assert.Equal(Evaluating.Canonical(value), Evaluating.Canonical(typed));
    }

    [Fact]
    public void ApplySchema_ReferenceToItself_Ends() =>
        Assert.Equal("double", CelJson.ApplySchema(new CelDouble(1), JsonNode.Parse("""{"$ref": "#"}""")).Type.Name);
}
