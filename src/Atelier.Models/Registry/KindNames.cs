using Atelier.Sdk.Models;

namespace Atelier.Models.Registry;

/// <summary>Kinds as registries and hosts write them.</summary>
public static class KindNames
{
    private static readonly Dictionary<ModelKind, string> Names = Enum.GetValues<ModelKind>().ToDictionary(static kind => kind, static kind => kind switch
    {
        ModelKind.RtDetr => "rt-detr",
        ModelKind.TokenClassification => "token-classification",
        ModelKind.FeatureExtraction => "feature-extraction",
        ModelKind.TextGeneration => "text-generation",
        _ => kind.ToString().ToLowerInvariant(),
    });

    /// <summary>All, as written.</summary>
    public static IReadOnlyCollection<string> All => Names.Values;

    /// <summary><c>rt-detr</c> and so on.</summary>
    public static string Of(ModelKind kind) => Names[kind];

    /// <summary>Null: there is no such kind.</summary>
    public static ModelKind? Find(string name)
    {
        foreach (var (kind, known) in Names)
        {
            if (known == name)
            {
                return kind;
            }
        }

        return null;
    }
}
