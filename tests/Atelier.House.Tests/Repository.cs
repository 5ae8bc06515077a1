namespace Atelier.House.Tests;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Repository
{
    private static readonly string[] Outputs = ["bin", "obj", "node_modules", "dist", "TestResults"];

    /// <summary>The folder that holds <c>Atelier.slnx</c>.</summary>
    public static string Root { get; } = FindRoot();

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    public static string RelativeOf(string path) => Path.GetRelativePath(Root, path);

    /// <summary>Every file below a folder of the checkout with one of the extensions, build outputs left out, in a stable order.</summary>
    public static IEnumerable<string> Files(string folder, params string[] extensions) =>
        Directory.Exists(PathOf(folder)) ? Below(PathOf(folder), extensions) : [];

    private static IEnumerable<string> Below(string folder, string[] extensions)
    {
        foreach (var file in Directory.GetFiles(folder).Where(file => extensions.Contains(Path.GetExtension(file))).Order(StringComparer.Ordinal))
        {
            yield return file;
        }

        foreach (var inner in Directory.GetDirectories(folder).Where(inner => !Outputs.Contains(Path.GetFileName(inner))).Order(StringComparer.Ordinal))
        {
            foreach (var file in Below(inner, extensions))
            {
                yield return file;
            }
        }
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Atelier.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("the tests do not run from a checkout: no Atelier.slnx above " + AppContext.BaseDirectory);
    }
}
