using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Engine.Tests.Driving;
using Xunit;

namespace Atelier.Engine.Tests.Behaviour;

public sealed class FairShareTests
{
    private const string Heavy = """
        name: heavy
        steps:
          - id: rows
            uses: test.rows
          - id: enrich
            for_each: ${rows}
            steps:
              - { id: a, uses: core.value, with: { value: "${item.n}" } }
              - { id: b, uses: core.value, with: { value: "${a + 1}" } }
        """;

    private const string Light = """
        name: light
        steps:
          - { id: a, uses: core.value, with: { value: 1 } }
          - { id: b, uses: core.value, with: { value: "${a + 1}" } }
          - { id: c, uses: core.value, with: { value: "${b + 1}" } }
          - { id: d, uses: core.value, with: { value: "${c + 1}" } }
          - { id: e, uses: core.value, with: { value: "${d + 1}" } }
        """;

    /// <summary>Records of one turn of the heavy run that stands first in a commit, and its share beside others.</summary>
    private const int MostHeavyRecords = 600;

    [Fact]
    public void LightRun_BesideAHundredThousandItems_IsInEveryCommitUntilItEnds()
    {
        var commits = new List<IReadOnlyList<RunCommit>>();
        using var engine = new DrivenEngine(wrap: store => new CommitWatch(store, commits.Add));
        engine.Add(new ScriptedSource("test.rows", 250, static () => [.. Enumerable.Range(0, 100_000).Select(static n => (n.ToString("D6", System.Globalization.CultureInfo.InvariantCulture), (object)new { n }))]));
        var heavy = engine.Start(Heavy);
        engine.DriveUntil(() => commits.Count > 100);
        for (var round = 0; round < 20; round++)
        {
            commits.Clear();
            var light = engine.Start(Light);
            engine.DriveUntil(() => engine.Store.FindRun(light) is { Phase: RunPhase.Ended });

            Assert.True(commits.Count <= 9, $"round {round}: {commits.Count} commits for a run of five steps");
            Assert.All(commits.Skip(1), commit => Assert.Contains(commit, part => part.Lease.Run == light));
            Assert.All(commits, commit => Assert.True(commit.Where(part => part.Lease.Run == heavy).Sum(static part => part.Records.Count) <= MostHeavyRecords));
            Assert.NotEqual(RunPhase.Ended, engine.Store.FindRun(heavy)!.Phase);
        }
    }
}
