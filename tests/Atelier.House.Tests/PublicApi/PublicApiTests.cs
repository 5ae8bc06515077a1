using Atelier.Sdk;

namespace Atelier.House.Tests.PublicApi;

public class PublicApiTests
{
    private const string Snapshot = "tests/Atelier.House.Tests/PublicApi/Atelier.Sdk.txt";

    [Fact]
    public void PublicSurface_OfTheSdk_EqualsTheSnapshot()
    {
        var actual = PublicApiText.Of(typeof(StepFailure).Assembly);
        var path = Repository.PathOf(Snapshot);
        if (Environment.GetEnvironmentVariable("ATELIER_UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, actual);
        }

        var expected = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        var before = expected.Split('\n');
        var after = actual.Split('\n');

        Rule.Holds($"The public surface of Atelier.Sdk changed. If that is meant, run the tests once with ATELIER_UPDATE_SNAPSHOTS=1 and commit {Snapshot}:",
            before.Except(after).Select(line => "- " + line).Concat(after.Except(before).Select(line => "+ " + line)));
    }
}
