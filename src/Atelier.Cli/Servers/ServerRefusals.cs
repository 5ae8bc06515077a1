using System.Net;
using System.Security.Authentication;
using Atelier.Api.Problems;

namespace Atelier.Cli.Servers;

/// <summary>Turns what a server refuses, and what keeps it from answering, into the codes and exit statuses that commands have.</summary>
internal static class ServerRefusals
{
    private const int MostWaits = 20;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    /// <summary>An answer that is none of success.</summary>
    public static CommandException Of(HttpResponseMessage response, ServerClient client)
    {
        var status = response.StatusCode;
        if (response.Headers.Location is { } elsewhere && (int)status is >= 300 and < 400)
        {
            return new ServerProblemException(ExitCodes.Refused, CliCodes.StrangeServer, $"{client.Location} sends on to {elsewhere.GetLeftPart(UriPartial.Path)}; give that address if you trust it", null);
        }

        if (response.Content.Headers.ContentType?.MediaType != "application/problem+json")
        {
            return Strange(client.Location, $"it answered with status {(int)status}");
        }

        var problem = client.Read<Problem>(response);
        var exit = status is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnsupportedMediaType ? ExitCodes.BadInput : ExitCodes.Refused;
        return new ServerProblemException(exit, problem.Code, SentenceOf(problem, client.Location), problem);
    }

    /// <summary>How long to wait before asking again; null: not to. Who asks too fast is told when to come back, and nothing was done, so that anything may be asked again.</summary>
    /// <param name="response">What was refused.</param>
    /// <param name="pause">How long to wait for what may be asked again; null: it may not.</param>
    /// <param name="attempt">How often it was asked again.</param>
    public static TimeSpan? PauseAfter(HttpResponseMessage response, TimeSpan? pause, int attempt) => response.StatusCode switch
    {
        HttpStatusCode.TooManyRequests when attempt < MostWaits && (response.Headers.RetryAfter?.Delta ?? Second) is var wait && wait <= LongestWait => wait,
        HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout => pause,
        _ => null,
    };

    /// <summary>Whether nothing was asked yet when it failed: asking again at once would fail alike.</summary>
    public static bool IsUnreachable(HttpRequestException exception) =>
        exception.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    /// <summary>No answer.</summary>
    public static CommandException Of(HttpRequestException exception, ServerLocation location)
    {
        if (exception.HttpRequestError == HttpRequestError.SecureConnectionError || exception.InnerException is AuthenticationException)
        {
            var cause = (exception.InnerException ?? exception).Message.TrimEnd('.');
            return CommandException.Refused(CliCodes.NoTrust, $"no trusted connection to {location}: {cause}. Check the address; a certificate of your own authority is trusted when SSL_CERT_FILE names that authority's file");
        }

        var text = (exception.InnerException as System.Net.Sockets.SocketException)?.Message ?? exception.Message;
        return CommandException.Refused(CliCodes.NoServer, IsUnreachable(exception)
            ? $"{location} cannot be reached: {text.TrimEnd('.')}. Is `atelier serve` running there, and is the address right?"
            : $"{location} broke off: {text.TrimEnd('.')}. Try again; if it stays so, is it an https address?");
    }

    /// <summary>What answers there is not what was expected.</summary>
    public static CommandException Strange(ServerLocation location, string why) =>
        CommandException.Refused(CliCodes.StrangeServer, $"{location} does not answer as an Atelier server of this version: {why}");

    private static string SentenceOf(Problem problem, ServerLocation location)
    {
        var detail = (problem.Detail ?? problem.Title).TrimEnd('.');
        return problem.Status == (int)HttpStatusCode.Unauthorized
            ? $"{location} asks who you are: {(location.Token is null ? $"give a token by {ServerLocation.TokenVariable} or --token-file" : "it does not know this token, or it has expired")}. People make tokens under Settings in the browser"
            : IsForPeople(problem.Remedy) ? $"{detail}. {problem.Remedy}" : detail;
    }

    /// <summary>Remedies that name addresses are for programs that speak HTTP.</summary>
    private static bool IsForPeople(string? remedy) => remedy is not null && !remedy.StartsWith("`GET ", StringComparison.Ordinal);
}
