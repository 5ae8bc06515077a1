namespace Atelier.Models.Registry;

/// <summary>Codes of registries and model files.</summary>
internal static class RegistryCodes
{
    /// <summary>The text is no YAML.</summary>
    public const string NoYaml = "ATL3401";

    /// <summary>A key or value is not one of those that exist.</summary>
    public const string WrongEntry = "ATL3402";

    /// <summary>The files are not there.</summary>
    public const string NoFiles = "ATL3403";

    /// <summary>Nothing says what kind of model it is.</summary>
    public const string UnknownKind = "ATL3404";

    /// <summary>A file of the model cannot be read.</summary>
    public const string Unreadable = "ATL3405";

    /// <summary>The files are others than when the step began.</summary>
    public const string Changed = "ATL3406";

    /// <summary>Another model has the name.</summary>
    public const string Taken = "ATL3411";

    /// <summary>Only a person can change the registry's text.</summary>
    public const string ByHand = "ATL3412";

    /// <summary>The registry of the home has no such model.</summary>
    public const string NotHere = "ATL3413";

    /// <summary>Nobody registered a model of this name.</summary>
    public const string UnknownModel = "ATL5701";
}
