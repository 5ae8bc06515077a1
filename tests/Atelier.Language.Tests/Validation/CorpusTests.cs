using Atelier.Language.Tests.Catalog;
using Xunit;

namespace Atelier.Language.Tests.Validation;

/// <summary>
/// Every file of the corpus gives the mistakes its <c>.expected</c> file lists, as <c>file:line:column code</c>. With
/// <c>ATELIER_UPDATE_GOLDEN=1</c> the lists are written instead; then read the difference.
/// </summary>
public sealed class CorpusTests
{
    // A document of more than 1 MiB is not kept in the tree, and 15xx are about values, not documents: both have tests of their own.
    private static readonly string[] WithoutFile =
    [
        DiagnosticCodes.DocumentTooLarge, DiagnosticCodes.GivenUnknown, DiagnosticCodes.GivenMissing, DiagnosticCodes.GivenWrongType,
        DiagnosticCodes.GivenOutOfRange, DiagnosticCodes.GivenNoMatch, DiagnosticCodes.GivenNotAllowed,
    ];

    public static TheoryData<string> Files => [.. CorpusFiles.Names()];

    [Theory]
    [MemberData(nameof(Files))]
    public void Compile_CorpusFile_GivesTheExpectedMistakes(string name)
    {
        var found = CorpusFiles.Compile(name).Diagnostics.Select(diagnostic => $"{diagnostic.Position} {diagnostic.Code}").ToArray();
        var golden = Path.Combine(CorpusFiles.Folder, $"{name}.expected");
        if (Environment.GetEnvironmentVariable("ATELIER_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllLines(golden, found);
        }

        Assert.Equal(File.ReadAllLines(golden), found);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Compile_CorpusFile_GivesThePlanOnlyWithoutErrors(string name)
    {
        var result = CorpusFiles.Compile(name);
        Assert.Equal(result.Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error), result.Plan is null);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Compile_CorpusFile_TellsTheMistakeItIsNamedFor(string name)
    {
        var codes = CorpusFiles.Compile(name).Diagnostics.Select(diagnostic => diagnostic.Code).ToArray();
        if (char.IsAsciiDigit(name[0]))
        {
            Assert.Contains($"ATL{name[..4]}", codes);
        }
        else if (name.StartsWith("valid-", StringComparison.Ordinal))
        {
            Assert.Empty(codes);
        }
    }

    [Fact]
    public void EveryCode_HasAFileInTheCorpus()
    {
        var found = CorpusFiles.Names().SelectMany(name => CorpusFiles.Compile(name).Diagnostics).Select(diagnostic => diagnostic.Code).ToHashSet();
        Assert.Empty(DiagnosticCodes.Meanings.Keys.Except(found).Except(WithoutFile).Order());
        Assert.Empty(found.Except(DiagnosticCodes.Meanings.Keys));
    }

    [Fact]
    public void EveryCode_HasAMeaning()
    {
        var constants = typeof(DiagnosticCodes).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetValue(null)!).ToArray();
        Assert.Equal(constants.Order(), DiagnosticCodes.Meanings.Keys.Order());
        Assert.Distinct(constants);
    }

    [Fact]
    public void EveryMessage_IsASentenceWithAPlace()
    {
        foreach (var diagnostic in CorpusFiles.Names().SelectMany(name => CorpusFiles.Compile(name).Diagnostics))
        {
            Assert.True(diagnostic.Position is { Line: > 0, Column: > 0, File.Length: > 0 }, diagnostic.ToString());
            Assert.True(diagnostic.Message.EndsWith('.') && diagnostic.Remedy?.EndsWith('.') != false || diagnostic.Remedy?.EndsWith('?') == true, diagnostic.ToString());
        }
    }

    [Fact]
    public void Compile_MoreThanOneMebibyte_IsRefused() =>
        Assert.Equal(DiagnosticCodes.DocumentTooLarge, Compiling.Mistake($"name: w\n# {new string('x', LanguageLimits.DocumentBytes)}\n").Code);
}
