using Atelier.Models.Files;
using Atelier.Models.Registry;
using Atelier.Sdk.Models;

namespace Atelier.Models.Tests;

/// <summary>Models that lie nowhere.</summary>
internal static class KnownModels
{
    public static KnownModel Of(string name, long megabytes = 1, int batch = 8, TimeSpan? maxWait = null, ModelKind kind = ModelKind.Clip, bool pin = false) => new(
        new ModelDefinition
        {
            Name = name,
            Source = new ModelSource.Folder("/models/" + name),
            Where = "test:1:1",
            BatchSize = batch,
            Memory = megabytes * 1_000_000,
            MaxWait = maxWait ?? TimeSpan.FromMilliseconds(5),
            Pin = pin,
        },
        kind,
        "sha256:" + name,
        "/models/" + name,
        megabytes * 1_000_000,
        null);
}
