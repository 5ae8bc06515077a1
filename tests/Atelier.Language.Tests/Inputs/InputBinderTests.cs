using System.Text.Json;
using Atelier.Language.Inputs;
using Atelier.Language.Plans;
using Atelier.Language.Tests.Catalog;
using Xunit;

namespace Atelier.Language.Tests.Inputs;

public sealed class InputBinderTests
{
    private static readonly InputFolders Folders = new("/here", "/flows");

    private static readonly IReadOnlyList<InputPlan> Declared = Compiling.Plan("""
        name: w
        inputs:
          folder: { type: path, default: ./paintings }
          width: { type: integer, default: 244, min: 1, max: 1000 }
          ratio: { type: number, required: false }
          fast: { type: boolean, default: false }
          size: { type: enum, values: [small, large], default: small }
          tags: { type: list, items: { type: string }, default: [] }
          options: { type: object, default: {} }
          code: { type: string, pattern: "^[a-z]+$", min: 2, default: ab }
          token: { type: secret, required: false }
        steps:
          - { id: a, uses: core.value, with: { value: 1 } }
        """).Inputs;

    [Fact]
    public void Bind_NothingGiven_FillsDefaultsAndNulls()
    {
        var result = Bind([]);
        Assert.True(result.IsValid);
        Assert.Equal("""{"folder":"/flows/paintings","width":244,"ratio":null,"fast":false,"size":"small","tags":[],"options":{},"code":"ab","token":null}""", result.Values.GetRawText());
    }

    [Fact]
    public void Bind_GivenPath_StartsAtTheCurrentFolder() =>
        Assert.Equal("/here/art", Bind(new() { ["folder"] = "art" }).Values.GetProperty("folder").GetString());

    [Theory]
    [InlineData("width", "12", "12")]
    [InlineData("ratio", "1.5", "1.5")]
    [InlineData("fast", "true", "true")]
    [InlineData("tags", "a, b", """["a","b"]""")]
    [InlineData("tags", """["a,b"]""", """["a,b"]""")]
    [InlineData("options", """{"x":1}""", """{"x":1}""")]
    [InlineData("size", "large", "\"large\"")]
    public void Bind_Text_IsReadByType(string name, string text, string expected) =>
        Assert.Equal(expected, Bind(new() { [name] = text }).Values.GetProperty(name).GetRawText());

    [Theory]
    [InlineData("width", "x", "ATL1503")]
    [InlineData("width", "1001", "ATL1504")]
    [InlineData("size", "larg", "ATL1506")]
    [InlineData("code", "AB", "ATL1505")]
    [InlineData("code", "a", "ATL1504")]
    [InlineData("options", "[1]", "ATL1503")]
    [InlineData("tags", "[1]", "ATL1503")]
    [InlineData("widht", "1", "ATL1501")]
    public void Bind_WrongText_IsOneMistakeWithAPlace(string name, string text, string code)
    {
        var result = Bind(new() { [name] = text });
        Assert.False(result.IsValid);
        var mistake = Assert.Single(result.Diagnostics);
        Assert.Equal(code, mistake.Code);
        Assert.True(mistake.Position.Line > 0);
    }

    [Theory]
    [InlineData("folder", """ "a\u0000b" """)]
    [InlineData("folder", """ "\ud800" """)]
    [InlineData("code", """ "\ud800" """)]
    [InlineData("size", """ "\udc00x" """)]
    [InlineData("tags", """ ["\ud800"] """)]
    [InlineData("width", "1e400")]
    [InlineData("width", "99999999999999999999")]
    [InlineData("ratio", "\"NaN\"")]
    public void Bind_HostileJson_IsAMistake(string name, string json)
    {
        var result = InputBinder.Bind(Declared, new Dictionary<string, JsonElement> { [name] = JsonElement.Parse(json) }, Folders);
        Assert.Equal(DiagnosticCodes.GivenWrongType, Assert.Single(result.Diagnostics).Code);
    }

    [Fact]
    public void Bind_RequiredWithoutValue_IsAMistake()
    {
        var inputs = Compiling.Plan("name: w\ninputs: { a: { type: string } }\nsteps: [{ id: s, uses: core.value, with: { value: 1 } }]").Inputs;
        var result = InputBinder.Bind(inputs, new Dictionary<string, JsonElement>(), Folders);
        Assert.Equal(DiagnosticCodes.GivenMissing, Assert.Single(result.Diagnostics).Code);
    }

    [Fact]
    public void Bind_SeveralMistakes_AreToldAtOnce() =>
        Assert.Equal(3, Bind(new() { ["width"] = "x", ["size"] = "huge", ["other"] = "1" }).Diagnostics.Length);

    [Fact]
    public void ReadFile_Map_GivesValues()
    {
        var (values, diagnostics) = InputFile.Read("width: 12\ntags: [a]\n", "inputs.yaml");
        Assert.Empty(diagnostics);
        Assert.True(InputBinder.Bind(Declared, values!, Folders).IsValid);
    }

    [Fact]
    public void ReadFile_List_IsAMistake() =>
        Assert.Equal(DiagnosticCodes.NotAMap, Assert.Single(InputFile.Read("- 1", "inputs.yaml").Diagnostics).Code);

    private static InputResult Bind(Dictionary<string, string> texts) =>
        InputBinder.Bind(Declared, new Dictionary<string, JsonElement>(), texts, Folders);
}
