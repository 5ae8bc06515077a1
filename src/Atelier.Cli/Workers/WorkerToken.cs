namespace Atelier.Cli.Workers;

/// <summary>Where a worker's server is and what it shows there. A token on the command line could be read by everybody on the machine.</summary>
internal static class WorkerToken
{
    private const string AddressVariable = "ATELIER_SERVER";
    private const string TokenVariable = "ATELIER_TOKEN";
    private const string Standard = "http://127.0.0.1:8470";

    public static Uri AddressOf(string? given)
    {
        var text = given ?? (Environment.GetEnvironmentVariable(AddressVariable) is { Length: > 0 } set ? set : Standard);
        return Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.UserInfo.Length == 0
            ? address
            : throw CommandException.BadInput(CliCodes.BadArguments, $"`{text}` is no address of a server; one is written http://127.0.0.1:8470 or https://atelier.example.org");
    }

    public static string? Of(string? file)
    {
        try
        {
            return (file is null ? Environment.GetEnvironmentVariable(TokenVariable) : File.ReadAllText(file))?.Trim() is { Length: > 0 } token ? token : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CommandException.BadInput(CliCodes.FileTrouble, $"the file with the token cannot be read: {exception.Message}");
        }
    }
}
