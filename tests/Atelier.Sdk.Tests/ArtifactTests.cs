using System.Text.Json;
using Xunit;

namespace Atelier.Sdk.Tests;

public sealed class ArtifactTests
{
    [Fact]
    public void Write_Artifact_HasItsWireNames()
    {
        var artifact = new Artifact { Digest = "sha256:00", MediaType = "image/png", Name = "a.png", Size = 3, Path = "/a.png" };
        Assert.Equal("""{"$artifact":"sha256:00","mediaType":"image/png","name":"a.png","size":3,"path":"/a.png"}""", ActionJson.Write(artifact).GetRawText());
    }

    [Fact]
    public void TryRead_RowWithFurtherMembers_IsAnArtifact()
    {
        var row = JsonDocument.Parse("""{"$artifact":"sha256:00","mediaType":"image/png","name":"a.png","size":3,"relative":"x/a.png","modified":"2020-01-01T00:00:00Z"}""");
        Assert.True(ActionJson.TryRead<Artifact>(row.RootElement, out var artifact, out var failure), failure?.Message);
        Assert.Equal(new Artifact { Digest = "sha256:00", MediaType = "image/png", Name = "a.png", Size = 3 }, artifact);
    }
}
