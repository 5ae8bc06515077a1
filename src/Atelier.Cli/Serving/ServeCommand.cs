using System.CommandLine;

namespace Atelier.Cli.Serving;

/// <summary><c>atelier serve</c>: this process becomes the server, which reads its own options.</summary>
internal static class ServeCommand
{
    /// <summary>Its name.</summary>
    public const string Name = "serve";

    public static Command Create() => new Command(Name, "Serve a home: an address to open in a browser, an HTTP API, and workers. `atelier serve --help` lists its options.")
    {
        TreatUnmatchedTokensAsErrors = false,
    }.Does(static invocation => ServerProgram.Become([.. Given(invocation), .. invocation.Unmatched]));

    /// <summary>What every command knows, and the server too.</summary>
    private static IEnumerable<string> Given(Invocation invocation)
    {
        yield return "--home";
        yield return invocation.Home;
        if (invocation.Get(GlobalOptions.TokenFile) is { } file)
        {
            yield return "--token-file";
            yield return file;
        }
    }
}
