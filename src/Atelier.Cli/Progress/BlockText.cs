using Atelier.Cli.Terminals;
using Atelier.Engine.Running;
using Atelier.Engine.Runs;

namespace Atelier.Cli.Progress;

/// <summary>A block's figures in words.</summary>
internal static class BlockText
{
    public static string Ended(BlockActivity block) =>
        BlockPace.TotalOf(block) is { } total ? $"{Texts.Count(block.Counts.Ended)} of {Texts.Count(total)}" : $"{Texts.Count(block.Counts.Ended)} of {Texts.Count(block.Known)} listed so far";

    public static string Outcomes(OutcomeCounts counts)
    {
        var parts = new List<string>(6);
        Add(counts.Succeeded, "succeeded");
        Add(counts.Empty, "empty");
        Add(counts.Rejected, "rejected");
        Add(counts.Failed, "failed");
        Add(counts.Skipped, "skipped");
        Add(counts.Cancelled, "cancelled");
        return parts.Count == 0 ? "nothing yet" : string.Join(", ", parts);

        void Add(long count, string name)
        {
            if (count > 0)
            {
                parts.Add($"{Texts.Count(count)} {name}");
            }
        }
    }

    public static string Pace((double Rate, TimeSpan? Left) pace) =>
        pace.Rate <= 0 ? string.Empty : $"{pace.Rate:0.#}/s{(pace.Left is { TotalSeconds: >= 1 } left ? $", about {Texts.Duration(left)} left" : string.Empty)}";
}
