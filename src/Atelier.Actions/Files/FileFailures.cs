using Atelier.Sdk;

namespace Atelier.Actions.Files;

/// <summary>What went wrong with a file, as a failure that says which file and what to do.</summary>
internal static class FileFailures
{
    private const int NoSpaceLeft = 28;
    private const int QuotaExceeded = 122;

    /// <summary>True for what the file system may throw; anything else is a bug and stays an exception.</summary>
    public static bool Handles(Exception exception) =>
        exception is IOException and not ArtifactException or UnauthorizedAccessException or NotSupportedException or System.Security.SecurityException;

    /// <summary>The failure of doing something (<c>read</c>, <c>write</c>, <c>list</c>) with a path.</summary>
    public static StepFailure From(Exception exception, string doing, string path) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => NotFound(path),
        UnauthorizedAccessException when Directory.Exists(path) && doing is not "list" =>
            StepFailure.Permanent(ActionCodes.FileRefused, $"cannot {doing} `{path}`: it is a folder, or its permissions forbid it; name a file in it"),
        UnauthorizedAccessException or System.Security.SecurityException =>
            StepFailure.Permanent(ActionCodes.FileRefused, $"cannot {doing} `{path}`: permission denied; change its permissions or run as a user who may"),
        PathTooLongException => StepFailure.Permanent(ActionCodes.FileRefused, $"cannot {doing} `{path}`: the path is too long"),
        IOException io when Errno(io) is NoSpaceLeft or QuotaExceeded =>
            StepFailure.Transient(ActionCodes.DiskFull, $"cannot {doing} `{path}`: no space left; free some on that disk"),
        _ => StepFailure.Transient(ActionCodes.FileTrouble, $"cannot {doing} `{path}`: {exception.Message}"),
    };

    public static StepFailure NotFound(string path) =>
        StepFailure.Permanent(ActionCodes.FileMissing, $"`{path}` does not exist; relative paths start at the workflow's folder");

    private static int Errno(IOException exception) => exception.HResult & 0xFFFF;
}
