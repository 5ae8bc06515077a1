namespace Atelier.Cli;

/// <summary>The codes of the command line, in one place so that none gets two meanings.</summary>
internal static class CliCodes
{
    /// <summary>An unexpected error: a bug, told in one sentence with a file that holds the details.</summary>
    public const string Unexpected = "ATL4001";

    /// <summary>The arguments do not fit the command.</summary>
    public const string BadArguments = "ATL4002";

    /// <summary>A file that a command names is not there or cannot be read or written.</summary>
    public const string FileTrouble = "ATL4003";

    /// <summary>There is no home yet, so nothing to show.</summary>
    public const string NoHome = "ATL4004";

    /// <summary>There is no such run in the home.</summary>
    public const string NoSuchRun = "ATL4005";

    /// <summary>A run has no such step, block or item.</summary>
    public const string NoSuchPart = "ATL4006";

    /// <summary>The run does not take what was asked.</summary>
    public const string NotPossible = "ATL4007";

    /// <summary>A text that should be JSON is none.</summary>
    public const string BadJson = "ATL4008";

    /// <summary>There is no action of that name.</summary>
    public const string NoSuchAction = "ATL4009";

    /// <summary>There is no template of that name.</summary>
    public const string NoSuchTemplate = "ATL4010";

    /// <summary>There is no such artifact in the home.</summary>
    public const string NoSuchArtifact = "ATL4011";

    /// <summary>There is no such collection in the home.</summary>
    public const string NoSuchCollection = "ATL4012";

    /// <summary>There is no such secret in the home.</summary>
    public const string NoSuchSecret = "ATL4013";

    /// <summary>The catalogue has no model of that name, or cannot fetch it.</summary>
    public const string NoSuchCatalogueModel = "ATL4014";

    /// <summary>No question to people is open there.</summary>
    public const string NoSuchReview = "ATL4030";

    /// <summary>A file to convert is a workflow already.</summary>
    public const string NotARecipe = "ATL4031";

    /// <summary>The server cannot be reached, or broke off.</summary>
    public const string NoServer = "ATL4040";

    /// <summary>The address of the server, or the file with its token, is not usable.</summary>
    public const string BadServer = "ATL4041";

    /// <summary>The server's certificate is not trusted, or there is no TLS there.</summary>
    public const string NoTrust = "ATL4042";

    /// <summary>What answers there is no Atelier server, or one of another version.</summary>
    public const string StrangeServer = "ATL4043";

    /// <summary>The command works on the home itself, not on one that a server keeps.</summary>
    public const string NeedsHome = "ATL4044";
}
