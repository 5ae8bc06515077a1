using System.Xml.Linq;

namespace Atelier.House.Tests.Projects;

public class ProjectReferenceTests
{
    // Who may know whom. A project that is not here does not exist yet; a new one is a decision and gets its row first.
    private static readonly Dictionary<string, string[]> Table = new()
    {
        ["Atelier.Sdk"] = [],
        ["Atelier.Language"] = ["Atelier.Sdk"],
        ["Atelier.Engine"] = ["Atelier.Language", "Atelier.Sdk"],
        ["Atelier.Workspace"] = ["Atelier.Api", "Atelier.Engine"],
        ["Atelier.Storage"] = ["Atelier.Engine", "Atelier.Workspace"],
        ["Atelier.Hosts"] = ["Atelier.Sdk"],
        ["Atelier.Actions"] = ["Atelier.Sdk", "Atelier.Hosts"],
        ["Atelier.Models"] = ["Atelier.Sdk", "Atelier.Hosts"],
        ["Atelier.Hosting"] = ["Atelier.Engine", "Atelier.Storage", "Atelier.Hosts", "Atelier.Actions", "Atelier.Models"],
        ["Atelier.Api"] = [],
        ["Atelier.Server"] = ["Atelier.Hosting", "Atelier.Api"],
        ["Atelier.Cli"] = ["Atelier.Hosting", "Atelier.Api"],
    };

    [Fact]
    public void References_OfEveryProject_EqualTheTable()
    {
        var broken = new List<string>();
        foreach (var file in Repository.Files("src", ".csproj"))
        {
            var project = Path.GetFileNameWithoutExtension(file);
            var references = XDocument.Load(file).Descendants("ProjectReference")
                .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value)).ToHashSet();
            if (!Table.TryGetValue(project, out var allowed))
            {
                broken.Add($"{project} is not in the table");
                continue;
            }

            broken.AddRange(references.Except(allowed).Select(name => $"{project} must not reference {name}"));
            broken.AddRange(allowed.Except(references).Select(name => $"{project} no longer references {name}: take it out of the table too"));
        }

        Rule.Holds("Project references must equal the table in this test:", broken);
    }

    [Fact]
    public void Projects_OfTheTable_Exist()
    {
        var present = Repository.Files("src", ".csproj").Select(Path.GetFileNameWithoutExtension).ToHashSet();

        Rule.Holds("Every row of the table is a project:", Table.Keys.Where(name => !present.Contains(name)));
    }

    [Fact]
    public void Projects_InTheCheckout_AreInTheSolution()
    {
        var solution = File.ReadAllText(Repository.PathOf("Atelier.slnx"));
        var projects = new[] { "src", "tests", "bench" }.SelectMany(folder => Repository.Files(folder, ".csproj"));

        Rule.Holds("Every project must be in Atelier.slnx, or nobody builds it:",
            projects.Select(Repository.RelativeOf).Where(path => !solution.Contains(path.Replace('\\', '/'), StringComparison.Ordinal)));
    }

    [Fact]
    public void Versions_OfPackages_AreCentral()
    {
        var projects = new[] { "src", "tests", "bench" }.SelectMany(folder => Repository.Files(folder, ".csproj"));

        Rule.Holds("A package's version belongs into Directory.Packages.props:",
            from file in projects
            from reference in XDocument.Load(file).Descendants("PackageReference")
            where reference.Attribute("Version") is not null || reference.Attribute("VersionOverride") is not null
            select $"{Repository.RelativeOf(file)}: {reference.Attribute("Include")?.Value}");
    }
}
