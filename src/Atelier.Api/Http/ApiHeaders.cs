namespace Atelier.Api.Http;

/// <summary>Names that cross HTTP outside bodies.</summary>
public static class ApiHeaders
{
    /// <summary>Where the API begins.</summary>
    public const string Base = "/api/v1";

    /// <summary>Proves that a change comes from a page of this server: the <c>csrf</c> of the session.</summary>
    public const string Csrf = "X-Atelier-Csrf";

    /// <summary>The same key never starts two runs.</summary>
    public const string IdempotencyKey = "Idempotency-Key";

    /// <summary>Cookie of a browser session.</summary>
    public const string SessionCookie = "atelier_session";

    /// <summary>What every token begins with.</summary>
    public const string TokenPrefix = "atl_";
}
