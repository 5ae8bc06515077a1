using System.Reflection;
using Atelier.Api.Problems;
using Atelier.Api.Serialization;
using Atelier.Server.Security;
using Microsoft.AspNetCore.Http.Metadata;

namespace Atelier.Server.Problems;

/// <summary>An answer that says why a request was not done: RFC 9457 with a stable code.</summary>
internal sealed class Refusal : IResult, IEndpointMetadataProvider, IStatusCodeHttpResult
{
    /// <summary>RFC 9457.</summary>
    public const string ContentType = "application/problem+json";

    private const string Errors = "https://atelier.dev/errors/";

    private Refusal(int status, string code, string detail, string? remedy, IReadOnlyList<Mistake>? mistakes)
    {
        Status = status;
        Code = code;
        Detail = detail;
        Remedy = remedy;
        Mistakes = mistakes;
    }

    public int Status { get; }

    public string Code { get; }

    public string Detail { get; }

    public string? Remedy { get; }

    public IReadOnlyList<Mistake>? Mistakes { get; }

    /// <summary>Seconds after which to try again; null: not said.</summary>
    public int? RetryAfter { get; init; }

    int? IStatusCodeHttpResult.StatusCode => Status;

    /// <summary>400: the request is not understood.</summary>
    public static Refusal Bad(string code, string detail, string? remedy = null) => new(StatusCodes.Status400BadRequest, code, detail, remedy, null);

    /// <summary>401.</summary>
    public static Refusal NotSignedIn(string detail) => new(StatusCodes.Status401Unauthorized, ServerCodes.NotSignedIn, detail, "Sign in, or send `Authorization: Bearer atl_...`.", null);

    /// <summary>403.</summary>
    public static Refusal Forbidden(string code, string detail, string? remedy = null) => new(StatusCodes.Status403Forbidden, code, detail, remedy, null);

    /// <summary>404: there is no such thing.</summary>
    public static Refusal NotFound(string detail, string? remedy = null) => new(StatusCodes.Status404NotFound, ServerCodes.NotFound, detail, remedy, null);

    /// <summary>404 for a run.</summary>
    public static Refusal NoRun(string run) => NotFound($"there is no run `{run}` in this home", "`GET /api/v1/runs` lists them.");

    /// <summary>409: not as things stand.</summary>
    public static Refusal Conflict(string code, string detail, string? remedy = null) => new(StatusCodes.Status409Conflict, code, detail, remedy, null);

    /// <summary>422: understood, and it has mistakes.</summary>
    public static Refusal Mistaken(string code, string detail, IReadOnlyList<Mistake> mistakes) => new(StatusCodes.Status422UnprocessableEntity, code, detail, null, mistakes);

    /// <summary>429: later.</summary>
    public static Refusal TooMany(string code, string detail, string? remedy, int retryAfter) =>
        new(StatusCodes.Status429TooManyRequests, code, detail, remedy, null) { RetryAfter = retryAfter };

    /// <summary>Any other status.</summary>
    public static Refusal Of(int status, string code, string detail, string? remedy = null) => new(status, code, detail, remedy, null);

    /// <inheritdoc />
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status400BadRequest, typeof(Problem), [ContentType]));

    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        AuditNote.Of(httpContext)?.With("code", Code);
        if (RetryAfter is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        if (Status == StatusCodes.Status401Unauthorized)
        {
            response.Headers.WWWAuthenticate = "Bearer";
        }

        response.Headers.CacheControl = "no-store";
        return response.WriteAsJsonAsync(ToProblem(httpContext), ApiJson.Options, ContentType, httpContext.RequestAborted);
    }

    private Problem ToProblem(HttpContext context) => new()
    {
        Type = Errors + Code,
        Title = Titles.Of(Status),
        Status = Status,
        Detail = Detail,
        Instance = context.TraceIdentifier,
        Code = Code,
        Remedy = Remedy,
        Errors = Mistakes,
    };
}
