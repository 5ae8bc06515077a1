using System.Text.Json;
using Atelier.Models.Registry;
using Atelier.Sdk.Models;

namespace Atelier.Models.Catalogue;

/// <summary>The models that are known here by a short name. Licences are those of the weights' authors; nothing is asked of a network to show them.</summary>
public static class ModelCatalogue
{
    private const string Resource = "Atelier.Models.Catalogue.catalogue.json";
    private static readonly Lazy<IReadOnlyList<CatalogueModel>> Known = new(Read);

    /// <summary>All, by kind, small ones first.</summary>
    public static IReadOnlyList<CatalogueModel> All => Known.Value;

    /// <summary>By its short name; null: none is called so.</summary>
    public static CatalogueModel? Find(string id) => All.FirstOrDefault(model => string.Equals(model.Id, id, StringComparison.OrdinalIgnoreCase));

    private static IReadOnlyList<CatalogueModel> Read()
    {
        using var stream = typeof(ModelCatalogue).Assembly.GetManifestResourceStream(Resource)!;
        using var document = JsonDocument.Parse(stream);
        return [.. document.RootElement.EnumerateArray().Select(Model).OrderBy(static model => model.Kind).ThenBy(static model => model.Megabytes ?? int.MaxValue)];
    }

    private static CatalogueModel Model(JsonElement model) => new()
    {
        Id = model.GetProperty("id").GetString()!,
        Kind = KindNames.Find(model.GetProperty("kind").GetString()!)!.Value,
        Hub = model.GetProperty("hub").GetString(),
        Licence = model.GetProperty("licence").GetString()!,
        Megabytes = model.GetProperty("megabytes") is { ValueKind: JsonValueKind.Number } size ? size.GetInt32() : null,
        About = model.GetProperty("about").GetString()!,
        Files = [.. model.GetProperty("files").EnumerateArray().Select(static file => file.GetString()!)],
        Options = model.TryGetProperty("options", out var options) ? options.Clone() : null,
        Manual = model.TryGetProperty("manual", out var manual) ? manual.GetString() : null,
    };
}
