using System.Text.RegularExpressions;

namespace Atelier.Cli.Tests.Servers;

/// <summary>Leaves out of answers what two homes cannot have in common: times, durations, folders, addresses, processes.</summary>
internal static partial class Masks
{
    public static string Of(InProcess.Answer answer, params string[] folders) => folders.Aggregate(Of(answer.ToString()), static (text, folder) => text.Replace(folder, "FOLDER", StringComparison.Ordinal));

    private static string Of(string text)
    {
        text = Moment().Replace(text, "TIME");
        text = Took().Replace(text, "TOOK");
        text = Address().Replace(text, "PLACE");
        return Column().Replace(text, "  ");
    }

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(\.\d+)?(Z|\+00:00)?")]
    private static partial Regex Moment();

    [GeneratedRegex(@"\b\d+(\.\d+)? (ms|s|min|h)\b")]
    private static partial Regex Took();

    [GeneratedRegex(@"[^\s""]*/artifacts/[^\s""]+")]
    private static partial Regex Address();

    // Columns are as wide as what stands in them.
    [GeneratedRegex(@" {2,}")]
    private static partial Regex Column();
}
