using System.Globalization;
using Atelier.Models.Registry;
using Atelier.Sdk.Models;

namespace Atelier.Models.Files;

/// <summary>A model whose files were looked at.</summary>
/// <param name="Definition">As registered.</param>
/// <param name="Kind">What it can be asked.</param>
/// <param name="Digest">Of all its files.</param>
/// <param name="Folder">What a host loads; empty for a server.</param>
/// <param name="WeightBytes">Graphs and their data that are loaded.</param>
/// <param name="Labels">Its words for its classes; null: none.</param>
internal sealed record KnownModel(ModelDefinition Definition, ModelKind Kind, string Digest, string Folder, long WeightBytes, IReadOnlyList<string>? Labels)
{
    /// <summary>A host with its libraries before it loads anything: measured 107 MB with the smallest model.</summary>
    private const long HostBytes = 110_000_000;

    /// <summary>What a picture more in a batch takes: measured 2 MB for ViT-B/32.</summary>
    private const long ItemBytes = 2_000_000;

    /// <summary>What its <c>config.json</c> says of scores of labels.</summary>
    public LabelTerms Terms { get; init; }

    /// <summary>As bodies know it.</summary>
    public ModelIdentity Identity => new(Definition.Name, Kind, Digest);

    /// <summary>Questions in a batch at most. Writers of text are asked one by one: rows of a batch would not stop by themselves.</summary>
    public int BatchSize => Kind is ModelKind.Vlm or ModelKind.TextGeneration ? 1 : Definition.BatchSize ?? 8;

    /// <summary>Bytes expected in memory when loaded.</summary>
    public long Estimate => EstimateOf(BatchSize);

    /// <summary>The same with batches of another size.</summary>
    public long EstimateOf(int batchSize) => Definition.Memory ?? (WeightBytes + HostBytes + (batchSize * ItemBytes));

    /// <summary>Questions in a batch where memory is limited: as many as fit, up to <see cref="BatchSize"/>; at least 1.</summary>
    public int BatchWithin(long limit) => Definition.Memory is not null ? BatchSize : (int)Math.Clamp((limit - EstimateOf(0)) / ItemBytes, 1, BatchSize);

    /// <summary>What a loaded model is known by: two names for the same files and terms share one host, whatever batches they want.</summary>
    public string Key => string.Create(
        CultureInfo.InvariantCulture,
        $"{Digest}|{KindNames.Of(Kind)}|{Definition.Device}|{Definition.Threads}|{Folder}|{Definition.Options?.GetRawText()}");
}
