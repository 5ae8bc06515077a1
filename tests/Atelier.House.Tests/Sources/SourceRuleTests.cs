using System.Text.RegularExpressions;

namespace Atelier.House.Tests.Sources;

public partial class SourceRuleTests
{
    private const int MaximumLines = 500;

    // Folders by kind become dumps; a folder is a feature.
    private static readonly string[] BannedFolders = ["Common", "Shared", "Utils", "Util", "Helpers", "Misc", "Services", "Interfaces", "Managers"];

    private static IEnumerable<string> CSharp => Repository.Files("src", ".cs");

    [Fact]
    public void Methods_InSources_AreNeverAsyncVoid() =>
        Rule.Holds("`async void` loses its failures; return a Task:",
            from file in CSharp
            from line in Lines(file)
            where AsyncVoid().IsMatch(line.Text)
            select line.Place);

    [Fact]
    public void Types_InSources_CarryNoEmptyNames() =>
        Rule.Holds("A type is named for what it is, not Manager, Helper, Util, Base or Impl:",
            from file in CSharp
            from line in Lines(file)
            let match = EmptyName().Match(line.Text)
            where match.Success
            select $"{line.Place}: {match.Groups["name"].Value}");

    [Fact]
    public void Files_InSources_AreSmall() =>
        Rule.Holds($"No file has more than {MaximumLines} lines; split it by what it does:",
            from file in CSharp.Concat(Repository.Files("hosts/node/src", ".ts"))
            let count = File.ReadLines(file).Count()
            where count > MaximumLines
            select $"{Repository.RelativeOf(file)}: {count} lines");

    [Fact]
    public void Folders_InSources_AreFeatures() =>
        Rule.Holds("A folder is a feature, never a kind:",
            from folder in CSharp.Concat(Repository.Files("tests", ".cs")).Select(file => Path.GetDirectoryName(Repository.RelativeOf(file))!).Distinct()
            where folder.Split(Path.DirectorySeparatorChar).SelectMany(part => part.Split('.')).Any(part => BannedFolders.Contains(part))
            select folder);

    [Fact]
    public void Projects_InSources_AreNamedForTheirJob() =>
        Rule.Holds("A project called Core or Common is a dump; name its job:",
            Repository.Files("src", ".csproj").Select(file => Path.GetFileNameWithoutExtension(file))
                .Where(name => name.Split('.').Any(part => part == "Core" || BannedFolders.Contains(part))));

    [Fact]
    public void Namespaces_InSources_FollowTheFolders() =>
        Rule.Holds("A namespace is the project plus the folder, file-scoped:",
            from file in CSharp
            let declared = Lines(file).Select(line => Namespace().Match(line.Text)).FirstOrDefault(match => match.Success)?.Groups["name"].Value
            let relative = Path.GetRelativePath(Repository.PathOf("src"), Path.GetDirectoryName(file)!)
            let expected = relative.Replace(Path.DirectorySeparatorChar, '.')
            where declared is not null && declared != expected
            select $"{Repository.RelativeOf(file)}: {declared}, expected {expected}");

    [Fact]
    public void Sources_OfTheNodeHost_StayUnder3000Lines()
    {
        var lines = Repository.Files("hosts/node/src", ".ts").Sum(file => File.ReadLines(file).Count());

        Assert.True(lines < 3000, $"the node host has {lines} lines; policy belongs into C#");
    }

    private static IEnumerable<(string Place, string Text)> Lines(string file) =>
        File.ReadLines(file).Select((text, index) => ($"{Repository.RelativeOf(file)}:{index + 1}", text));

    [GeneratedRegex(@"\basync\s+void\b")]
    private static partial Regex AsyncVoid();

    [GeneratedRegex(@"^\s*(?:(?:public|internal|private|protected|static|sealed|abstract|partial|readonly|file|ref)\s+)*(?:class|record(?:\s+struct|\s+class)?|struct|interface|enum)\s+(?<name>\w*(?:Manager|Helper|Helpers|Util|Utils|Utilities|Base|Impl))\b")]
    private static partial Regex EmptyName();

    [GeneratedRegex(@"^namespace\s+(?<name>[\w.]+)\s*[;{]?")]
    private static partial Regex Namespace();
}
