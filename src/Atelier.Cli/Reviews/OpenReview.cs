using System.Text.Json;
using Atelier.Cli.Homes.Views;
using Atelier.Cli.Runs;
using Atelier.Hosting.Actions;
using Atelier.Hosting.Reviews;

namespace Atelier.Cli.Reviews;

/// <summary>Questions to people, as commands find and print them.</summary>
internal static class OpenReview
{
    /// <summary>The open questions of one run, or of all that have not ended, oldest run first.</summary>
    public static IReadOnlyList<PersonQuestion> Of(IHomeView home, string? run, ActionSet actions) =>
        home.ListReviews(run is null ? null : KnownRun.RowOf(home, run), actions);

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
