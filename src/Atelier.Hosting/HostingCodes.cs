namespace Atelier.Hosting;

/// <summary>Codes of refusals by the owner of a home, in one place so that none gets two meanings.</summary>
internal static class HostingCodes
{
    /// <summary>A request on the socket that this version does not know.</summary>
    public const string UnknownRequest = "ATL3101";

    /// <summary>There is no such run.</summary>
    public const string NoSuchRun = "ATL3102";

    /// <summary>The run does not take what was asked: it has ended, nothing in it matches.</summary>
    public const string RunRefuses = "ATL3103";

    /// <summary>A definition kept with a run can no longer be compiled.</summary>
    public const string DefinitionBroken = "ATL3104";

    /// <summary>No owner could be reached or started.</summary>
    public const string NoOwner = "ATL3105";
}
