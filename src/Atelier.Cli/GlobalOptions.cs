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

    /// <summary>For programs.</summary>
    public static Option<bool> Json { get; } = new("--json")
    {
        Description = "Write one JSON document to standard output, everything else to standard error.",
        Recursive = true,
    };
}
