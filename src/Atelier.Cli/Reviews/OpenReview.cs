using System.Text.Json;
using Atelier.Cli.Runs;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Hosting.Actions;
using Atelier.Hosting.Homes;
using Atelier.Hosting.Reviews;

namespace Atelier.Cli.Reviews;

/// <summary>Questions to people, as commands find and print them.</summary>
internal static class OpenReview
{
    private const int Page = 500;

    /// <summary>The open questions of one run, or of all that have not ended, oldest run first.</summary>
    public static IReadOnlyList<PersonQuestion> Of(HomeReader home, string? run, ActionSet actions)
    {
        var search = new WaitSearch { Run = run is null ? null : KnownRun.RowOf(home, run).Run, Persons = true, Limit = Page };
        var plans = new Dictionary<RunId, KnownRun>();
        var found = new List<PersonQuestion>();
        while (true)
        {
            var page = home.Queries.FindWaits(search);
            foreach (var wait in page)
            {
                if (!plans.TryGetValue(wait.Run, out var known))
                {
                    plans[wait.Run] = known = KnownRun.Of(home, wait.Run.ToString(), actions);
                }

                if (PersonQuestion.Of(wait, known.Plan) is { } question)
                {
                    found.Add(question);
                }
            }

            if (page.Count < Page)
            {
                return found;
            }

            search = search with { After = (page[^1].Run, page[^1].Wait.Scope, page[^1].Wait.Step) };
        }
    }

    /// <summary>The refusal where nothing is open.</summary>
    public static CommandException None(string run, string? item) =>
        CommandException.Refused(CliCodes.NoSuchReview, $"{run} has no open question{(item is null ? string.Empty : $" about `{item}`")}; `atelier reviews list` shows them");

    /// <summary>Writes all of it.</summary>
    public static void WriteTo(this PersonQuestion question, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("run", question.Run.ToString());
        writer.WriteString("step", question.Step);
        writer.WriteString("key", question.Key);
        writer.WriteString("question", question.Text);
        writer.WriteString("path", question.Path);
        writer.WritePropertyName("value");
        MergePatch.Write(writer, question.Value, null);
        if (question.Assignee is { } assignee)
        {
            writer.WriteString("assignee", assignee);
        }

        if (question.Due is { } due)
        {
            writer.WriteString("until", DateTimeOffset.FromUnixTimeMilliseconds(due));
        }

        writer.WriteEndObject();
    }
}
