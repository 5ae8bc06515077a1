namespace Atelier.Models.Catalogue;

/// <summary>Codes of fetching models.</summary>
internal static class HubCodes
{
    /// <summary>The name is none, or the catalogue's entry must be fetched by hand.</summary>
    public const string NotToPull = "ATL3420";

    /// <summary>The hub has no such model, revision or file.</summary>
    public const string NotFound = "ATL3421";

    /// <summary>The hub wants to know who asks, or that its terms are accepted.</summary>
    public const string NotAllowed = "ATL3422";

    /// <summary>The hub cannot be reached, or stopped in the middle.</summary>
    public const string Unreachable = "ATL3423";

    /// <summary>The hub answers otherwise than hubs do.</summary>
    public const string HubTrouble = "ATL3424";

    /// <summary>What came is not what the hub announced.</summary>
    public const string WrongChecksum = "ATL3425";

    /// <summary>The files cannot be written here: no space, no right.</summary>
    public const string CannotWrite = "ATL3426";

    /// <summary>The model has no graph that could be run.</summary>
    public const string NoGraph = "ATL3427";

    /// <summary>Another process fetches the same model.</summary>
    public const string Busy = "ATL3428";
}
