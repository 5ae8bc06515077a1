using System.Text.Json;
using Atelier.Language.Cel;
using Atelier.Language.Cel.Json;
using Atelier.Language.Cel.Values;
using Xunit;

namespace Atelier.Language.Tests.Cel;

public sealed class TypedTests
{
    [Theory]
    [InlineData("42", """{"type":"int","value":"42"}""")]
    [InlineData("42u", """{"type":"uint","value":"42"}""")]
    [InlineData("1.5", """{"type":"double","value":1.5}""")]
    [InlineData("0.0 / 0.0", """{"type":"double","value":"NaN"}""")]
    [InlineData("-1.0 / 0.0", """{"type":"double","value":"-Infinity"}""")]
    [InlineData("true", """{"type":"bool","value":true}""")]
    [InlineData("null", """{"type":"null_type","value":null}""")]
    [InlineData("b'abc'", """{"type":"bytes","value":"YWJj"}""")]
    [InlineData("[1, 'a']", """{"type":"list","value":[{"type":"int","value":"1"},{"type":"string","value":"a"}]}""")]
    [InlineData("{1: 2.0}", """{"type":"map","value":[[{"type":"int","value":"1"},{"type":"double","value":2}]]}""")]
    [InlineData("timestamp('2026-01-01T00:00:00Z')", """{"type":"timestamp","value":"2026-01-01T00:00:00Z"}""")]
    [InlineData("duration('90m')", """{"type":"duration","value":"5400s"}""")]
    [InlineData("type([])", """{"type":"type","value":"list"}""")]
    [InlineData("optional.none()", """{"type":"optional_type","value":null}""")]
    [InlineData("optional.of(1)", """{"type":"optional_type","value":{"type":"int","value":"1"}}""")]
    public void Write_Value_ReadsBack(string text, string expected)
    {
        var value = Evaluating.Value(text);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            Assert.Null(CelTyped.Write(value, writer));
        }

        Assert.Equal(expected, System.Text.Encoding.UTF8.GetString(stream.ToArray()));
        Assert.True(ExactValue.Same(value, CelTyped.Read(JsonDocument.Parse(expected).RootElement)));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("""{"type":"int","value":"x"}""")]
    [InlineData("""{"type":"int","value":"1","more":1}""")]
    [InlineData("""{"type":"color","value":"red"}""")]
    [InlineData("""{"type":"map","value":[[1]]}""")]
    [InlineData("""{"type":"list","value":[1]}""")]
    [InlineData("""{"type":"timestamp","value":"yesterday"}""")]
    public void Read_NoTypedValue_IsAnErrorValue(string json) =>
        Assert.Equal(CelCodes.BadJson, Assert.IsType<CelErrorValue>(CelTyped.Read(JsonDocument.Parse(json).RootElement)).Code);

    [Theory]
    [InlineData("1", "double")]
    [InlineData("""{"type":"int","value":"1"}""", "int")]
    [InlineData("""{"type":"red","value":"1"}""", "map")]
    [InlineData("""{"type":"int"}""", "map")]
    public void ReadTypedOrPlain_Json_TakesEither(string json, string type) =>
        Assert.Equal(type, CelTyped.ReadTypedOrPlain(JsonDocument.Parse(json).RootElement).Type.Name);
}
