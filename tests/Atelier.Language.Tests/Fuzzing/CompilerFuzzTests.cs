using System.Diagnostics;
using Atelier.Language.Tests.Catalog;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Atelier.Language.Tests.Fuzzing;

/// <summary>Whatever the text: no exception, no hang, no message without a place. <c>ATELIER_FUZZ_SEEDS</c> raises the number of texts.</summary>
public sealed class CompilerFuzzTests
{
    // What takes a second alone takes many on a machine that runs everything else beside it; a hang takes minutes.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private static int Seeds => int.TryParse(Environment.GetEnvironmentVariable("ATELIER_FUZZ_SEEDS"), out var seeds) ? seeds : 3000;

    [Fact]
    public void Compile_HostileText_EndsWithPlacedMistakes()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            Check(new TextMutation(seed).Next(), $"seed {seed}");
        }
    }

    [Fact]
    public void Compile_PrefixesOfTheCorpus_EndWithPlacedMistakes()
    {
        foreach (var name in CorpusFiles.Names().Where(name => name.StartsWith("valid-", StringComparison.Ordinal)))
        {
            var text = CorpusFiles.Read(name);
            for (var length = 0; length < text.Length; length += 7)
            {
                Check(text[..length], $"{name}, {length} characters");
            }
        }
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{a: ", "}")]
    [InlineData("- ", "")]
    [InlineData("? ", "")]
    [InlineData("{\"a\":", "}")]
    [InlineData("&a [*a, ", "]")]
    [InlineData("${", "}")]
    [InlineData("((", "))")]
    [InlineData("\"", "")]
    [InlineData("!!str ", "")]
    [InlineData("a: b: ", "")]
    [InlineData("|\n ", "")]
    [InlineData("${{", "}}")]
    public void Compile_DeepNesting_EndsSoon(string opening, string closing)
    {
        foreach (var depth in new[] { 100, 10_000, 100_000 })
        {
            var inner = Repeat(opening, depth) + Repeat(closing, depth);
            Check(inner, $"{opening} {depth}");
            Check($"name: w\nsteps:\n  - id: a\n    uses: core.value\n    with: {{ value: \"{inner.Replace("\"", "\\\"", StringComparison.Ordinal)}\" }}\n", $"inside: {opening} {depth}");
        }
    }

    [Fact]
    public void Compile_AliasBomb_EndsSoon()
    {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + string.Concat(Enumerable.Range(1, 30).Select(level => $"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 10))}]\n"));
        Check(text, "alias bomb");
    }

    [Fact]
    public void Compile_ManySteps_EndsSoon() =>
        Check("name: w\nsteps:\n" + string.Concat(Enumerable.Range(0, 15_000).Select(index => $"  - {{ id: s{index}, uses: core.value, with: {{ value: \"${{s{index / 2}}}\" }} }}\n")), "many steps");

    [Fact]
    public void Compile_LongChainOfForwardNeeds_EndsSoon() =>
        Check("name: w\nsteps:\n" + string.Concat(Enumerable.Range(0, 15_000).Select(index => $"  - {{ id: s{index}, needs: [s{index + 1}], uses: core.value, with: {{ value: 1 }} }}\n")), "forward needs");

    [Fact]
    public void Compile_OneTextOfManyExpressions_EndsSoon() =>
        Check($"name: w\nsteps:\n  - id: a\n    uses: core.value\n    with:\n      value: |\n{string.Concat(Enumerable.Range(0, 20_000).Select(index => $"        {index} ${{zz{index}}} ${{run.id}} text\n"))}", "many expressions");

    [Fact]
    public void Compile_ManyInputsAndUnknownReads_EndsSoon() =>
        Check($"name: w\ninputs:\n{string.Concat(Enumerable.Range(0, 10_000).Select(index => $"  input_number_{index}: {{ type: string }}\n"))}steps:\n  - id: a\n    uses: core.value\n    with:\n      value: [{string.Join(", ", Enumerable.Range(0, 10_000).Select(index => $"\"${{inputs.input_namber_{index}}}\""))}]\n", "many inputs");

    [Fact]
    public void Compile_ManyUnknownFields_EndsSoon() =>
        Check($"name: w\nsteps:\n  - id: a\n    uses: images.convert\n    with:\n{string.Concat(Enumerable.Range(0, 40_000).Select(index => $"      widht{index}: 1\n"))}", "many fields");

    [Fact]
    public void Compile_WorkflowsThatMultiply_EndsSoon()
    {
        var text = "name: w\nsteps:\n" + string.Concat(Enumerable.Range(0, 100).Select(index => $"  - {{ id: s{index}, run: next }}\n"));
        var called = 0;
        var result = Compiling.Compile(text, "0", (_, from) => ++called > 10_000 ? null : new ResolvedWorkflow(text, $"{int.Parse(from!) + 1}"));
        Assert.Contains(result.Diagnostics, diagnostic => diagnostic.Code == DiagnosticCodes.TooManySteps);
        Assert.True(called < 1000, $"resolved {called} workflows");
    }

    [Fact]
    public void Compile_TheSameText_GivesTheSameResult()
    {
        var texts = Gen.Choose(0, int.MaxValue - 1).Select(seed => new TextMutation(seed).Next());
        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            var (first, second) = (Compiling.Compile(text), Compiling.Compile(text));
            return first.Diagnostics.SequenceEqual(second.Diagnostics)
                && first.Plan?.Digest == second.Plan?.Digest
                && first.Plan?.Steps.Length == second.Plan?.Steps.Length;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Compile_ADifferentText_GivesADifferentDigest()
    {
        var texts = CorpusFiles.Names().Where(name => name.StartsWith("valid-", StringComparison.Ordinal)).Select(CorpusFiles.Read).ToArray();
        var digests = texts.Select(text => Compiling.Compile(text, resolve: CorpusFiles.Resolve).Plan!.Digest).ToArray();
        Assert.Distinct(digests);
    }

    private static void Check(string text, string what)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            var result = Compiling.Compile(text, "fuzz.yaml", CorpusFiles.Resolve);
            foreach (var diagnostic in result.Diagnostics)
            {
                Assert.True(diagnostic.Position is { File.Length: > 0, Line: > 0, Column: > 0 }, $"{what}: no place: {diagnostic}");
                Assert.True(diagnostic.Position.File != "fuzz.yaml" || diagnostic.Position.Line <= text.Split('\n').Length + text.Count(character => character == (char)13), $"{what}: a place outside the text: {diagnostic}");
            }

            Assert.True(result.Plan is not null || result.Diagnostics.Length > 0, $"{what}: neither plan nor mistake");
        }
        catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
        {
            Assert.Fail($"{what}: {exception}\n{(text.Length < 4000 ? text : text[..4000])}");
        }

        Assert.True(watch.Elapsed < Longest, $"{what}: took {watch.Elapsed}");
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
