using System.Text.RegularExpressions;
using Atelier.Language.Tests.Catalog;
using Xunit;

namespace Atelier.Language.Tests.Dialects;

/// <summary>The samples of the recipes' own description, and where it stands.</summary>
internal static partial class RecipeSamples
{
    public static string Folder { get; } = Path.Combine(CorpusFiles.Root, "tests", "Atelier.Language.Tests", "Dialects", "Samples");

    /// <summary>File names, sorted.</summary>
    public static IEnumerable<string> Names() => Directory.EnumerateFiles(Folder, "*.json").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    public static string Read(string name) => File.ReadAllText(Path.Combine(Folder, name));

    public static CompileResult Compile(string name) => Compiling.Compile(Read(name), name);

    /// <summary>Every sample of the description (<c>../shared</c>, or under <c>ATELIER_SHARED</c>); skips the test without it.</summary>
    public static IReadOnlyList<string> Described()
    {
        var shared = Environment.GetEnvironmentVariable("ATELIER_SHARED");
        for (var folder = CorpusFiles.Root; shared is null && folder is not null; folder = Path.GetDirectoryName(folder))
        {
            shared = Directory.Exists(Path.Join(folder, "shared", "seeds")) ? Path.Join(folder, "shared") : null;
        }

        var page = Path.Join(shared, "seeds", "2-ai-module-orchestration.md");
        Assert.SkipUnless(File.Exists(page), "there is no ../shared/seeds/2-ai-module-orchestration.md");
        return [.. Fence().Matches(File.ReadAllText(page)).Select(static fence => fence.Groups[1].Value).Where(static text => text.Contains("\"stages\"", StringComparison.Ordinal) || text.Contains("\"stage\"", StringComparison.Ordinal))];
    }

    [GeneratedRegex("```(?:python|json)\r?\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();
}
