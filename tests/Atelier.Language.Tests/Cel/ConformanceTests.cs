using Xunit;

namespace Atelier.Language.Tests.Cel;

public sealed class ConformanceTests
{
    [Fact]
    public void Run_AllPublicCases_PassesButForListedOnes()
    {
        var exceptions = Lines("conformance-exceptions.txt").Where(line => !line.StartsWith('#')).Select(line => line.Split(": ", 2)).ToDictionary(parts => parts[0], parts => parts[1]);
        var cases = Lines("conformance.jsonl").Select(ConformanceCase.Read).ToList();
        var failures = cases.Select(test => (test.Id, test.Expression, Verdict: test.Run())).Where(run => !run.Verdict.IsPassed).ToList();

        Assert.True(cases.Count > 1_700);
        Assert.DoesNotContain(failures, failure => failure.Verdict.IsWrongValue);
        Assert.DoesNotContain(failures, failure => !exceptions.ContainsKey(failure.Id));
        Assert.True(failures.Count <= cases.Count * 0.02);
    }

    [Fact]
    public void Exceptions_EachLine_NamesACaseThatFailsAndAReason()
    {
        var failing = Lines("conformance.jsonl").Select(ConformanceCase.Read).Where(test => !test.Run().IsPassed).Select(test => test.Id).ToHashSet();
        foreach (var line in Lines("conformance-exceptions.txt").Where(line => !line.StartsWith('#')))
        {
            var parts = line.Split(": ", 2);
            Assert.True(parts.Length == 2 && parts[1].Length > 0, $"no reason: {line}");
            Assert.True(failing.Contains(parts[0]), $"passes now: {line}");
        }
    }

    private static IEnumerable<string> Lines(string name)
    {
        var assembly = typeof(ConformanceTests).Assembly;
        var resource = assembly.GetManifestResourceNames().Single(candidate => candidate.EndsWith(name, StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0)
            {
                yield return line;
            }
        }
    }
}
