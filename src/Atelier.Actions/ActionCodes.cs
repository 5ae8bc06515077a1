namespace Atelier.Actions;

/// <summary>The failure codes of the built-in actions, in one place so that none gets two meanings.</summary>
internal static class ActionCodes
{
    /// <summary>The input does not fit: also used by the Sdk when the record cannot be read.</summary>
    public const string BadInput = "ATL5001";

    /// <summary><c>core.fail</c> without a code of its own.</summary>
    public const string FailedOnPurpose = "ATL5002";

    /// <summary><c>core.assert</c> did not hold.</summary>
    public const string AssertionFailed = "ATL5003";

    /// <summary>A run or workflow that another step names does not exist, or refuses.</summary>
    public const string RunRefused = "ATL5004";
}
