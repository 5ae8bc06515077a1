using System.Text.RegularExpressions;

namespace Atelier.House.Tests.Errors;

public partial class ErrorCodeTests
{
    private const string Page = "docs/guide/errors.md";

    [Fact]
    public void Codes_InSources_AreOnTheErrorPage()
    {
        var used = Used();
        var listed = Listed();

        Rule.Holds($"Every code has a row in {Page}; add the rows:",
            used.Where(code => !listed.ContainsKey(code.Key)).Select(code => $"| {code.Key} | what it means, and what to do | ({code.Value})"));
    }

    [Fact]
    public void Codes_OnTheErrorPage_AreUsed()
    {
        var used = Used();

        Rule.Holds($"{Page} lists codes that nothing raises; take the rows out:", Listed().Keys.Where(code => !used.ContainsKey(code)));
    }

    [Fact]
    public void Codes_OnTheErrorPage_HaveOneMeaningEach()
    {
        var listed = Listed();

        Rule.Holds($"A code stands once in {Page}, with what it means:",
            listed.Where(row => row.Value.Count != 1 || row.Value[0].Length < 10).Select(row => $"{row.Key}: {string.Join(" / ", row.Value)}"));
    }

    [Fact]
    public void Codes_AsConstants_AreDeclaredOnce() =>
        Rule.Holds("A code has one meaning, so one constant:",
            from file in Repository.Files("src", ".cs")
            from match in Constant().Matches(File.ReadAllText(file))
            group $"{match.Groups["name"].Value} in {Repository.RelativeOf(file)}" by match.Groups["code"].Value into same
            where same.Count() > 1
            select $"{same.Key}: {string.Join(", ", same)}");

    /// <summary>Every code that stands in a string of the sources, with the first place.</summary>
    private static SortedDictionary<string, string> Used()
    {
        var used = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Repository.Files("src", ".cs").Concat(Repository.Files("hosts/node/src", ".ts")))
        {
            foreach (var match in CodeInString().Matches(File.ReadAllText(file)).Cast<Match>())
            {
                used.TryAdd(match.Groups["code"].Value, Repository.RelativeOf(file));
            }
        }

        return used;
    }

    private static SortedDictionary<string, List<string>> Listed()
    {
        var listed = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var row in File.ReadLines(Repository.PathOf(Page)).Select(line => Row().Match(line)).Where(match => match.Success))
        {
            var code = row.Groups["code"].Value;
            if (!listed.TryGetValue(code, out var meanings))
            {
                listed[code] = meanings = [];
            }

            meanings.Add(row.Groups["meaning"].Value.Trim());
        }

        return listed;
    }

    [GeneratedRegex("\"(?<code>ATL[0-9]{4})\"")]
    private static partial Regex CodeInString();

    [GeneratedRegex("const string (?<name>\\w+) = \"(?<code>ATL[0-9]{4})\"")]
    private static partial Regex Constant();

    [GeneratedRegex(@"^\| (?<code>ATL[0-9]{4}) \| (?<meaning>.*) \|$")]
    private static partial Regex Row();
}
