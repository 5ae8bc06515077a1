using Atelier.Engine.Stores;

namespace Atelier.Engine.Tests.Fixtures;

/// <summary><c>ATELIER_RECORD_RUNS=FOLDER</c> writes new fixtures there.</summary>
public sealed class RecordedRunTests
{
    /// <summary>Seeds whose workflows have between them every kind of block and record.</summary>
    private static readonly int[] Seeds = [3, 6, 8];

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(RecordedRun.Folder, "*.json").Select(static file => Path.GetFileName(file))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Fold_RecordedRun_GoesOnFromEveryCommit(string file)
    {
        var recorded = RecordedRun.Read(Path.Join(RecordedRun.Folder, file));
        var commits = recorded.Records[^1].Commit;
        for (var last = 1; last <= commits; last += Math.Max(1, commits / 12))
        {
            using var simulation = new Simulation.Simulation(recorded.Seed, 0) { Earlier = Until(recorded, last), Workflow = recorded.Workflow };
            Assert.Equal(recorded.Output, simulation.Run());
            Assert.Empty(simulation.Broken);
        }
    }

    [Fact]
    public void Record_FolderIsGiven_WritesFixtures()
    {
        if (Environment.GetEnvironmentVariable("ATELIER_RECORD_RUNS") is not { } folder)
        {
            Assert.Skip("set ATELIER_RECORD_RUNS to a folder to record runs for it");
            return;
        }

        foreach (var seed in Seeds)
        {
            var records = new List<RecordedRecord>();
            var commit = 0;
            using var simulation = new Simulation.Simulation(seed, 0)
            {
                Recorded = written =>
                {
                    commit++;
                    records.AddRange(written.Select(record => RecordedRecord.Of(commit, record)));
                },
            };
            var output = simulation.Run();
            new RecordedRun(seed, simulation.Workflow, records, output).Write(Path.Join(folder, $"run-{seed}.json"));
        }
    }

    private static List<RunCommit> Until(RecordedRun recorded, int last) =>
    [
        .. recorded.Records.Where(record => record.Commit <= last)
            .GroupBy(static record => record.Commit)
            .Select(static commit => new RunCommit(default, [.. commit.Select(static record => record.ToRecord())])),
    ];
}
