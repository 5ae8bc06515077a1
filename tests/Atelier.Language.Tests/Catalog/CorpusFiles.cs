namespace Atelier.Language.Tests.Catalog;

/// <summary>The corpus of workflows with and without mistakes, read from the source tree.</summary>
internal static class CorpusFiles
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    public static string Folder { get; } = Path.Combine(Root, "tests", "Atelier.Language.Tests", "Corpus");

    /// <summary>File names, sorted.</summary>
    public static IEnumerable<string> Names() =>
        Directory.EnumerateFiles(Folder)
            .Select(path => Path.GetFileName(path))
            .Where(name => name.EndsWith(".yaml", StringComparison.Ordinal) || name.EndsWith(".json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    public static string Read(string name) => File.ReadAllText(Path.Combine(Folder, name));

    public static CompileResult Compile(string name) => Compiling.Compile(Read(name), name, Resolve);

    /// <summary>Finds relative files of the corpus; the same file always has the same name.</summary>
    public static ResolvedWorkflow? Resolve(string reference, string? fromFile)
    {
        var path = Path.GetFullPath(Path.Combine(Folder, Path.GetDirectoryName(fromFile) ?? string.Empty, reference));
        return File.Exists(path) ? new ResolvedWorkflow(File.ReadAllText(path), Path.GetRelativePath(Folder, path)) : null;
    }

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "Atelier.slnx")) ? folder : FindRoot(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not stand in the source tree."));
}
