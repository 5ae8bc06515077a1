using System.Text.Json;
using Atelier.Sdk.Models;

namespace Atelier.Models.Catalogue;

/// <summary>A model with real weights that is known to fit one of the kinds.</summary>
public sealed record CatalogueModel
{
    /// <summary>What <c>atelier models pull</c> calls it.</summary>
    public required string Id { get; init; }

    /// <summary>What it can be asked.</summary>
    public required ModelKind Kind { get; init; }

    /// <summary>Its name on the hub, <c>owner/name</c>; null: no hub has it in a form that can be run, see <see cref="Manual"/>.</summary>
    public string? Hub { get; init; }

    /// <summary>Under which terms its weights may be used, as their authors state them.</summary>
    public required string Licence { get; init; }

    /// <summary>About how much is fetched, in 1,000,000 bytes, after its page or four bytes for each of its published parameters; null: not known here. The hub tells exactly before anything is fetched.</summary>
    public int? Megabytes { get; init; }

    /// <summary>One sentence on what it is for.</summary>
    public required string About { get; init; }

    /// <summary>The files it needs; <c>*</c> stands for any run of letters but <c>/</c>. Absent ones are passed over, as long as a graph is among those found.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>What its entry in <c>models.yaml</c> says under <c>options</c>; null: nothing.</summary>
    public JsonElement? Options { get; init; }

    /// <summary>How to get it by hand where <see cref="Hub"/> is null.</summary>
    public string? Manual { get; init; }
}
