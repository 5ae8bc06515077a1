using System.Text.Json;
using Atelier.Cli.Runs;
using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Engine.Values;
using Atelier.Hosting.Actions;
using Atelier.Hosting.Homes;

namespace Atelier.Cli.Reviews;

/// <summary>A question to people that nobody has answered yet.</summary>
/// <param name="Run">The run that waits.</param>
/// <param name="Step">Path of the step.</param>
/// <param name="Signal">The signal that answers it.</param>
/// <param name="Id">The answer's id: a question takes one answer, whoever gives it.</param>
/// <param name="Key">Keys of the item, from the outside in; null outside items.</param>
/// <param name="Text">What is asked.</param>
/// <param name="Path">Absolute path of the picture to look at; null: there is none.</param>
/// <param name="Value">What is decided about; null: nothing.</param>
/// <param name="Due">Unix milliseconds of the deadline; null: there is none.</param>
internal sealed record OpenReview(RunId Run, string Step, string Signal, string Id, string? Key, string Text, string? Path, JsonElement? Value, long? Due)
{
    private const int PageRuns = 200;

    /// <summary>The open questions of one run, or of all that have not ended, oldest run first.</summary>
    public static IReadOnlyList<OpenReview> Of(HomeReader home, string? run, ActionSet actions)
    {
        if (run is not null)
        {
            return Of(home, KnownRun.RowOf(home, run), actions);
        }

        var found = new List<OpenReview>();
        foreach (var row in home.Queries.ListRuns(new RunFilter { Limit = PageRuns }).Where(static row => row.Phase != RunPhase.Ended).OrderBy(static row => row.Started))
        {
            found.AddRange(Of(home, row, actions));
        }

        return found;
    }

    /// <summary>What a decision sends: the output of the waiting step.</summary>
    public JsonElement Answer(string verdict, JsonElement? edits, string? note, string by)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteString("verdict", verdict);
            writer.WriteBoolean("approved", verdict != "reject");
            writer.WritePropertyName("value");
            MergePatch.Write(writer, Value, edits);
            writer.WriteString("note", note);
            writer.WriteString("by", by);
            writer.WriteEndObject();
        }

        return JsonElement.Parse(stream.ToArray());
    }

    /// <summary>The refusal where nothing is open.</summary>
    public static CommandException None(string run, string? item) =>
        CommandException.Refused(CliCodes.NoSuchReview, $"{run} has no open question{(item is null ? string.Empty : $" about `{item}`")}; `atelier reviews list` shows them");

    /// <summary>Writes all of it.</summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("run", Run.ToString());
        writer.WriteString("step", Step);
        writer.WriteString("key", Key);
        writer.WriteString("question", Text);
        writer.WriteString("path", Path);
        writer.WritePropertyName("value");
        MergePatch.Write(writer, Value, null);
        if (Due is { } due)
        {
            writer.WriteString("until", DateTimeOffset.FromUnixTimeMilliseconds(due));
        }

        writer.WriteEndObject();
    }

    private static IReadOnlyList<OpenReview> Of(HomeReader home, RunRow row, ActionSet actions)
    {
        if (row.Phase == RunPhase.Ended || home.Store.Load(row.Run) is not { } snapshot || !snapshot.Waits.Any(static wait => wait.Person))
        {
            return [];
        }

        var plan = KnownRun.Of(home, row.Run.ToString(), actions).Plan;
        return [.. snapshot.Waits.Where(static wait => wait.Person && wait.Signal is not null).Select(wait => Read(row.Run, plan.Steps[wait.Step].Path, wait)).OfType<OpenReview>()];
    }

    private static OpenReview? Read(RunId run, string step, WaitOpened wait)
    {
        if (WaitDetail.FromJson(wait.Detail).Question is not { } json)
        {
            return null;
        }

        var question = JsonElement.Parse(json);
        return new OpenReview(run, step, wait.Signal!, $"answer-{wait.Scope.Value}-{wait.Step}-{wait.Drive}", wait.Key, TextOf(question, "question") ?? string.Empty, TextOf(question, "path"), Member(question, "value"), wait.Due);
    }

    private static string? TextOf(JsonElement question, string name) => Member(question, name)?.GetString();

    private static JsonElement? Member(JsonElement question, string name) =>
        question.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? member : null;
}
