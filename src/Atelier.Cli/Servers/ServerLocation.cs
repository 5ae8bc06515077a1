using System.Net;

namespace Atelier.Cli.Servers;

/// <summary>The server that a command works against, and who asks.</summary>
/// <param name="Address">Scheme, host, port, and the path before <c>/api/v1</c> where a proxy has one; ends with a slash.</param>
/// <param name="Token">Never shown; null: none was given.</param>
internal sealed record ServerLocation(Uri Address, string? Token)
{
    /// <summary>The server's address, where <c>--server</c> does not say it.</summary>
    public const string AddressVariable = "ATELIER_SERVER";

    /// <summary>The token, where <c>--token-file</c> names no file.</summary>
    public const string TokenVariable = "ATELIER_TOKEN";

    /// <summary>True: what is sent stays on this machine.</summary>
    public bool IsHere => Address.IsLoopback || (IPAddress.TryParse(Address.Host, out var address) && IPAddress.IsLoopback(address));

    /// <summary>True: what is sent, the token too, can be read on its way.</summary>
    public bool IsOpen => Address.Scheme == Uri.UriSchemeHttp && !IsHere;

    /// <summary>The server that options and environment name; null: none, so a home of this machine is meant.</summary>
    /// <param name="server"><c>--server</c>; null: not given.</param>
    /// <param name="tokenFile"><c>--token-file</c>; null: not given.</param>
    /// <param name="isHomeGiven">Whether <c>--home</c> was: it wins over the environment.</param>
    public static ServerLocation? Find(string? server, string? tokenFile, bool isHomeGiven)
    {
        if (server is not null && isHomeGiven)
        {
            throw CommandException.BadInput(CliCodes.BadArguments, "--home and --server each say where runs are kept; give one of them");
        }

        var text = server ?? (isHomeGiven ? null : Environment.GetEnvironmentVariable(AddressVariable));
        return string.IsNullOrWhiteSpace(text) ? null : new ServerLocation(AddressOf(text.Trim()), TokenOf(tokenFile));
    }

    /// <summary>Without the token, which the compiler would print.</summary>
    public override string ToString() => Address.ToString().TrimEnd('/');

    private static Uri AddressOf(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            throw CommandException.BadInput(CliCodes.BadServer, $"`{text}` is no address of a server; one is written http://127.0.0.1:8470 or https://atelier.example.org");
        }

        if (address.UserInfo.Length > 0)
        {
            throw CommandException.BadInput(CliCodes.BadServer, $"the address of a server holds no name and password; give a token by {TokenVariable} or --token-file");
        }

        return new Uri(address.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/");
    }

    private static string? TokenOf(string? file)
    {
        if (file is null)
        {
            return Environment.GetEnvironmentVariable(TokenVariable) is { Length: > 0 } token ? Checked(token, TokenVariable) : null;
        }

        try
        {
            return Checked(File.ReadAllText(file), file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CommandException.BadInput(CliCodes.BadServer, $"the file with the token cannot be read: {exception.Message}");
        }
    }

    /// <summary>What would not fit a header is refused here, where the message cannot repeat it.</summary>
    private static string Checked(string text, string where)
    {
        var token = text.Trim();
        return token.Length is > 0 and < 1024 && token.All(static letter => letter is > ' ' and < '\u007f')
            ? token
            : throw CommandException.BadInput(CliCodes.BadServer, $"{where} holds no token; one is a line that begins with atl_");
    }
}
