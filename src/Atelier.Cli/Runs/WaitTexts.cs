using Atelier.Cli.Terminals;
using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Engine.Values;

namespace Atelier.Cli.Runs;

/// <summary>What an unfinished run waits for, as the store has it.</summary>
internal static class WaitTexts
{
    private const int Most = 20;

    public static IReadOnlyList<string> Of(IRunStore store, KnownRun run)
    {
        if (run.Row.Phase == RunPhase.Ended || store.Load(run.Row.Run) is not { } snapshot)
        {
            return [];
        }

        return [.. snapshot.Waits.Take(Most).Select(wait => TextOf(wait, run)), .. snapshot.Attempts.Where(static attempt => attempt.State == AttemptState.Parked).Take(Most).Select(attempt => $"{run.Plan.Steps[attempt.Step].Path}: parked")];
    }

    private static string TextOf(WaitOpened wait, KnownRun run)
    {
        var what = wait.Signal is { } signal ? $"signal `{signal}`" : wait.Person ? "a person" : "time";
        var key = wait.Key is null ? string.Empty : $" for `{wait.Key}`";
        var due = wait.Due is { } until ? $" until {Texts.Moment(until)}" : string.Empty;
        var prompt = WaitDetail.FromJson(wait.Detail).Prompt is { } text ? $": {text}" : string.Empty;
        return $"{run.Plan.Steps[wait.Step].Path}: {what}{key}{due}{prompt}";
    }
}
