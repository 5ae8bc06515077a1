using System.Text.RegularExpressions;

namespace Atelier.House.Tests.Sources;

public partial class SuppressionTests
{
    [Fact]
    public void Suppressions_InCode_SayWhy() =>
        Rule.Holds("A suppression carries its reason: a comment on its line or the one before, or a Justification:",
            Repository.Files("src", ".cs", ".csproj").Concat(Repository.Files("tests", ".cs", ".csproj")).Concat(Repository.Files("bench", ".cs", ".csproj"))
                .Concat(Repository.Files("hosts/node/src", ".ts")).Append(Repository.PathOf("Directory.Build.props"))
                .SelectMany(Unexplained));

    [Fact]
    public void Rules_SwitchedOffInEditorConfig_SayWhy()
    {
        var lines = File.ReadAllLines(Repository.PathOf(".editorconfig"));

        // One reason may stand above several rules that it covers.
        var explained = false;
        var broken = new List<string>();
        foreach (var line in lines)
        {
            var off = SwitchedOff().IsMatch(line);
            explained = line.StartsWith('#') || (explained && off);
            if (off && !explained)
            {
                broken.Add(line);
            }
        }

        Rule.Holds("A rule that is switched off has its reason above it:", broken);
    }

    private static IEnumerable<string> Unexplained(string file)
    {
        var lines = File.ReadAllLines(file);
        for (var index = 0; index < lines.Length; index++)
        {
            var match = Suppression().Match(lines[index]);
            if (match.Success && !Explains(lines[index][(match.Index + match.Length)..]) && !(index > 0 && Explains(lines[index - 1])))
            {
                yield return $"{Repository.RelativeOf(file)}:{index + 1}: {lines[index].Trim()}";
            }
        }
    }

    private static bool Explains(string text) =>
        text.Contains("//", StringComparison.Ordinal) || text.Contains("<!--", StringComparison.Ordinal) || text.Contains("Justification", StringComparison.Ordinal)
        || text.Contains("-->", StringComparison.Ordinal) || text.Contains(" -- ", StringComparison.Ordinal);

    [GeneratedRegex(@"^\s*#pragma warning disable|^\s*\[.*\bSuppressMessage\(|^\s*<(NoWarn|WarningsNotAsErrors)>|//\s*@ts-(ignore|expect-error)|(//|/\*)\s*eslint-disable")]
    private static partial Regex Suppression();

    [GeneratedRegex(@"^dotnet_diagnostic\.\w+\.severity\s*=\s*(none|silent)")]
    private static partial Regex SwitchedOff();
}
