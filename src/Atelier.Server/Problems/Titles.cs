namespace Atelier.Server.Problems;

/// <summary>The kind of a problem by its status, in words.</summary>
internal static class Titles
{
    public static string Of(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "The request was not understood",
        StatusCodes.Status401Unauthorized => "Nobody is signed in",
        StatusCodes.Status403Forbidden => "Not allowed",
        StatusCodes.Status404NotFound => "There is no such thing",
        StatusCodes.Status405MethodNotAllowed => "Not with this method",
        StatusCodes.Status408RequestTimeout => "The request came too slowly",
        StatusCodes.Status409Conflict => "Not as things stand",
        StatusCodes.Status412PreconditionFailed => "It has changed meanwhile",
        StatusCodes.Status413PayloadTooLarge => "Too large",
        StatusCodes.Status415UnsupportedMediaType => "Not in this format",
        StatusCodes.Status416RangeNotSatisfiable => "There is no such range",
        StatusCodes.Status422UnprocessableEntity => "It has mistakes",
        StatusCodes.Status429TooManyRequests => "Too many requests",
        StatusCodes.Status503ServiceUnavailable => "Not available now",
        _ => status < 500 ? "Refused" : "A fault of the server",
    };
}
