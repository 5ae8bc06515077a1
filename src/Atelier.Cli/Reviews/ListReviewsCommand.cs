using System.CommandLine;
using System.Text.Json;
using Atelier.Cli.Terminals;
using Atelier.Hosting.Actions;
using Atelier.Hosting.Reviews;

namespace Atelier.Cli.Reviews;

/// <summary><c>atelier reviews list [RUN]</c>: with <c>--json</c> a document with everything that was asked.</summary>
internal static class ListReviewsCommand
{
    private static readonly Argument<string?> Run = new("RUN") { Description = "Only this run. Default: all that have not ended.", Arity = ArgumentArity.ZeroOrOne };

    public static Command Create() => new Command("list", "List what waits for a person.") { Run }.Does(ListAsync);

    private static async Task<int> ListAsync(Invocation invocation)
    {
        await using var actions = ActionSet.BuiltIn(invocation.Time);
        using var home = invocation.Read();
        var reviews = OpenReview.Of(home, invocation.Get(Run), actions);
        var terminal = invocation.Terminal;
        if (terminal.Json)
        {
            terminal.Write(writer => WriteJson(writer, reviews));
            return ExitCodes.Done;
        }

        if (reviews.Count == 0)
        {
            terminal.Say("Nothing waits for a person.");
            return ExitCodes.Done;
        }

        var table = new TextTable("RUN", "STEP", "ITEM", "ASKED", "PICTURE", "UNTIL");
        foreach (var review in reviews)
        {
            table.Add(
                review.Run.ToString(),
                review.Step,
                review.Key ?? string.Empty,
                Texts.Cut(review.Text, 80),
                review.Path is { } path ? Texts.PathText(path) : string.Empty,
                review.Due is { } due ? Texts.Moment(due) : string.Empty);
        }

        table.WriteTo(terminal);
        return ExitCodes.Done;
    }

    private static void WriteJson(Utf8JsonWriter writer, IReadOnlyList<PersonQuestion> reviews)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("reviews");
        foreach (var review in reviews)
        {
            review.WriteTo(writer);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
