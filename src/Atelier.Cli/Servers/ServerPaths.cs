using Atelier.Engine.Runs;

namespace Atelier.Cli.Servers;

/// <summary>Addresses below the API's base.</summary>
internal static class ServerPaths
{
    public static string Run(RunId run) => $"runs/{run}";

    /// <summary>A name as one segment, its slashes too.</summary>
    public static string Segment(string text) => Uri.EscapeDataString(text);

    /// <summary>A query of what is not null; empty for none.</summary>
    public static string Query(params ReadOnlySpan<(string Name, string? Value)> filters)
    {
        var text = string.Empty;
        foreach (var (name, value) in filters)
        {
            text += value is null ? string.Empty : $"{(text.Length == 0 ? '?' : '&')}{name}={Uri.EscapeDataString(value)}";
        }

        return text;
    }
}
