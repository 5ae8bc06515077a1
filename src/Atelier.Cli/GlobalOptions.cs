using System.CommandLine;

namespace Atelier.Cli;

/// <summary>Options of every command.</summary>
internal static class GlobalOptions
{
    /// <summary>Where runs are kept.</summary>
    public static Option<string?> Home { get; } = new("--home")
    {
        Description = "The folder that holds runs and collections. Default: ATELIER_HOME, else the nearest .atelier folder upwards, else ~/.atelier.",
        HelpName = "FOLDER",
        Recursive = true,
    };

    /// <summary>The server that keeps runs, in place of a home of this machine.</summary>
    public static Option<string?> Server { get; } = new("--server")
    {
        Description = "Work against the home that a server keeps. Default: ATELIER_SERVER, else a home of this machine.",
        HelpName = "URL",
        Recursive = true,
    };

    /// <summary>Who asks a server. Never an argument itself: those are visible to every process of the machine.</summary>
    public static Option<string?> TokenFile { get; } = new("--token-file")
    {
        Description = "A file with the token for the server. Default: ATELIER_TOKEN.",
        HelpName = "FILE",
        Recursive = true,
    };

    /// <summary>For programs.</summary>
    public static Option<bool> Json { get; } = new("--json")
    {
        Description = "Write one JSON document to standard output, everything else to standard error.",
        Recursive = true,
    };
}
