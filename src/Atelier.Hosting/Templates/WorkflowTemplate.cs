using System.Reflection;

namespace Atelier.Hosting.Templates;

/// <summary>A workflow to begin with, with what it works on; its files are parts of the program.</summary>
/// <param name="Name">Names it.</param>
/// <param name="Summary">One sentence.</param>
public sealed record WorkflowTemplate(string Name, string Summary)
{
    private const string Root = "Templates/";

    /// <summary>All there are, the one for nobody in particular first.</summary>
    public static IReadOnlyList<WorkflowTemplate> All { get; } =
    [
        new("pictures", "Thumbnails, palettes and quality figures of a folder of pictures."),
        new("table", "Every row of a CSV file through your own script, back into a CSV file."),
        new("hello", "The smallest workflow there is."),
    ];

    /// <summary>The text of its workflow.</summary>
    public string Source
    {
        get
        {
            using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream($"{Root}{Name}/workflow.yaml")!);
            return reader.ReadToEnd();
        }
    }

    /// <summary>Writes its files into a folder.</summary>
    public IReadOnlyList<string> WriteTo(string folder)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var prefix = $"{Root}{Name}/";
        var written = new List<string>();
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var relative = resource[prefix.Length..];
            var file = Path.Join(folder, relative);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            using var content = assembly.GetManifestResourceStream(resource)!;
            using var target = File.Create(file);
            content.CopyTo(target);
            written.Add(relative);
        }

        return written;
    }
}
