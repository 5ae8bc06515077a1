using Atelier.Language.Tests.Catalog;
using Xunit;

namespace Atelier.Language.Tests.Yaml;

/// <summary>A mistake inside an expression is told where it stands in the document, however the text is written.</summary>
public sealed class ExpressionPositionTests
{
    [Theory]
    [InlineData("value: ${zzz}")]
    [InlineData("value: ${1 + zzz}")]
    [InlineData("value: '${zzz}'")]
    [InlineData("value: \"${zzz}\"")]
    [InlineData("value: 'it''s ''quoted'' ${zzz}'")]
    [InlineData("value: \"tab\\t, line\\n, \\x41 \\u00e9 \\U0001F600 and ${zzz}\"")]
    [InlineData("value: \"\\\"${'a' + zzz}\\\"\"")]
    [InlineData("value: \"😀 ${zzz}\"")]
    [InlineData("value: |\n      one\n      two ${zzz} three\n")]
    [InlineData("value: |\n      one\n        indented\n\n      two ${zzz} three\n")]
    [InlineData("value: >-\n      folded\n      on ${1 +\n      zzz}\n")]
    [InlineData("value: >\n      folded\n\n      paragraph ${zzz}\n")]
    [InlineData("value: |2-\n       x ${zzz}")]
    [InlineData("value: plain\n      over lines ${zzz}")]
    [InlineData("value: \"double\n      over lines ${zzz}\"")]
    [InlineData("value: \"escaped \\\n      line ${zzz}\"")]
    [InlineData("value: ['${1}', \"${2 + 3} and ${zzz}\"]")]
    [InlineData("value: { a: { b: [1, '${zzz}'] } }")]
    [InlineData("value: \"$${x} ${zzz}\"")]
    [InlineData("value: \"${1}${ zzz }\"")]
    public void Compile_UnknownName_IsToldWhereItStands(string field)
    {
        foreach (var lineBreak in new[] { "\n", "\r\n" })
        {
            var text = $"name: w\nsteps:\n  - id: a\n    uses: core.value\n    with:\n     {field}\n".ReplaceLineEndings(lineBreak);
            var at = text.IndexOf("zzz", StringComparison.Ordinal);
            var line = text[..at].Count(character => character == '\n') + 1;
            var column = at - text.LastIndexOf('\n', at);
            var mistake = Compiling.Mistake(text);
            Assert.Equal((DiagnosticCodes.UnknownName, line, column), (mistake.Code, mistake.Position.Line, mistake.Position.Column));
        }
    }

    [Fact]
    public void Compile_ByteOrderMark_CountsNothing()
    {
        var mistake = Compiling.Mistake("\ufeffname: w\nnme: v\nsteps: [{ id: a, uses: core.value, with: { value: 1 } }]");
        Assert.Equal((2, 1), (mistake.Position.Line, mistake.Position.Column));
    }

    [Fact]
    public void Compile_MistakeInJson_IsToldWhereItStands()
    {
        var mistake = Compiling.Mistake("{\n \"name\": \"w\",\n \"steps\": [ { \"id\": \"a\", \"uses\": \"core.value\",\n  \"with\": { \"value\": \"\\u00e9 ${zzz}\" } } ]\n}");
        Assert.Equal((4, 32), (mistake.Position.Line, mistake.Position.Column));
    }
}
