using System.Text.Json;
using System.Text.Json.Nodes;
using Atelier.Api.Serialization;
using Atelier.Server.OpenApi;
using Atelier.Server.Tests.Serving;

namespace Atelier.Server.Tests.OpenApi;

public class OpenApiTests
{
    [Fact]
    public async Task Document_OfTheServer_EqualsTheCheckedInOne()
    {
        await using var server = await ServerUnderTest.StartAsync();

        var document = (await server.Client.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken)).ReplaceLineEndings("\n") + "\n";

        var file = Path.Join(RepositoryFolder(), "docs", "specs", "openapi.json");
        if (Environment.GetEnvironmentVariable("ATELIER_UPDATE_SNAPSHOTS") == "1")
        {
            await File.WriteAllTextAsync(file, document, TestContext.Current.CancellationToken);
        }

        Assert.True(File.Exists(file) && await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken) == document, "docs/specs/openapi.json is not what the server says: run this test with ATELIER_UPDATE_SNAPSHOTS=1, look at the difference and commit it");
    }

    [Fact]
    public void Examples_OfTheDocument_AreRecordsThatComeBackAsTheyWere() => Assert.All(Examples.All, static example =>
    {
        var record = JsonSerializer.Deserialize(example.Value, example.Key, ApiJson.Options);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(example.Value), JsonNode.Parse(JsonSerializer.Serialize(record, example.Key, ApiJson.Options))), JsonSerializer.Serialize(record, example.Key, ApiJson.Options));
    });

    private static string RepositoryFolder()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Join(folder, "Atelier.slnx")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
