namespace Atelier.Server;

/// <summary>Codes of what the server refuses. Stable; docs/guide/errors.md says what to do about each.</summary>
internal static class ServerCodes
{
    /// <summary>A fault of the server's own; its log has it under the request's id.</summary>
    public const string Fault = "ATL7000";

    /// <summary>The body cannot be read: no JSON, an unknown or missing member, a wrong type.</summary>
    public const string BadBody = "ATL7001";

    /// <summary>A query parameter is unknown or does not fit.</summary>
    public const string BadQuery = "ATL7002";

    /// <summary>The body is larger than the route takes.</summary>
    public const string TooLarge = "ATL7003";

    /// <summary>Too many requests at once.</summary>
    public const string TooMany = "ATL7004";

    /// <summary>There is no such route, or not with this method.</summary>
    public const string NoRoute = "ATL7005";

    /// <summary>There is no such thing.</summary>
    public const string NotFound = "ATL7006";

    /// <summary>It stands so that this cannot be done now.</summary>
    public const string Conflict = "ATL7007";

    /// <summary>The home cannot answer now; try again.</summary>
    public const string Unavailable = "ATL7008";

    /// <summary>Lists have no such order.</summary>
    public const string NotSortable = "ATL7010";

    /// <summary>The home belongs to another process.</summary>
    public const string HomeTaken = "ATL7011";

    /// <summary>The server could not listen there.</summary>
    public const string CannotListen = "ATL7012";

    /// <summary>Nobody is signed in, or the token or session is not valid.</summary>
    public const string NotSignedIn = "ATL7101";

    /// <summary>The identity may not do this.</summary>
    public const string NotAllowed = "ATL7103";

    /// <summary>A change in a browser's session that does not come from a page of this server.</summary>
    public const string ForeignPage = "ATL7114";

    /// <summary>The request is for a name that is not this server's.</summary>
    public const string ForeignHost = "ATL7115";

    /// <summary>The definition has mistakes.</summary>
    public const string DefinitionMistakes = "ATL7201";

    /// <summary>The inputs have mistakes.</summary>
    public const string InputMistakes = "ATL7202";

    /// <summary>What a worker asks for or says does not fit.</summary>
    public const string BadWorker = "ATL7301";

    /// <summary>The lease was lost: somebody else has the step, or it is no longer wanted.</summary>
    public const string LeaseLost = "ATL7302";

    /// <summary>The input of a lease names no such artifact, or the lease was lost.</summary>
    public const string NotLeased = "ATL7303";

    /// <summary>A path lies outside the server's roots, or cannot be read.</summary>
    public const string OutsideRoots = "ATL7203";

    /// <summary>No small picture can be made of an artifact: it is no picture, or it is broken.</summary>
    public const string NoPicture = "ATL7501";

    /// <summary>Small pictures cannot be made at present.</summary>
    public const string NoPictureNow = "ATL7502";
}
