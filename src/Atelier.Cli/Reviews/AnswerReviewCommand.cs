using System.CommandLine;
using System.Text.Json;
using Atelier.Cli.Terminals;
using Atelier.Hosting.Actions;
using Atelier.Hosting.Reviews;

namespace Atelier.Cli.Reviews;

/// <summary><c>atelier reviews accept|reject|edit RUN [ITEM]</c>: the answer goes to the run, which goes on with it.</summary>
internal static class AnswerReviewCommand
{
    private static readonly Argument<string> Run = new("RUN");
    private static readonly Argument<string?> Item = new("ITEM") { Description = "The item's key. It may be left out when one question is open.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string?> Step = new("--step") { Description = "Only this step, by id or path." };
    private static readonly Option<string?> Note = new("--note") { Description = "What you want to say beside the decision." };
    private static readonly Option<bool> All = new("--all") { Description = "Every open question that fits." };
    private static readonly Option<string> Value = new("--value") { Description = "The fields to change; null removes one.", HelpName = "JSON", Required = true };

    public static Command Accept() => Create("accept", "Accept what was asked about, as it stands.");

    public static Command Reject() => Create("reject", "Reject what was asked about.");

    public static Command Edit()
    {
        var command = Create("edit", "Accept what was asked about, with changed fields.");
        command.Options.Add(Value);
        return command;
    }

    private static Command Create(string verdict, string description) =>
        new Command(verdict, description) { Run, Item, Step, Note, All }.Does(invocation => AnswerAsync(invocation, verdict));

    private static async Task<int> AnswerAsync(Invocation invocation, string verdict)
    {
        JsonElement? edits = verdict == "edit" ? JsonArgument.Read(invocation.Get(Value)!, "--value") : null;
        var chosen = await ChooseAsync(invocation).ConfigureAwait(false);
        var refused = 0;
        await using (var desk = await invocation.OpenDeskAsync().ConfigureAwait(false))
        {
            foreach (var review in chosen)
            {
                refused += await desk.AnswerAsync(review, verdict, edits, invocation.Get(Note), invocation.Interrupted).ConfigureAwait(false) ? 0 : 1;
            }
        }

        return refused == 0
            ? Told(invocation, chosen, verdict)
            : throw CommandException.Refused(CliCodes.NotPossible, $"{Texts.Count(refused, "question")} of {chosen[0].Run} had an answer already, or the run has just ended; {Texts.Count(chosen.Count - refused, "answer")} counted");
    }

    private static async Task<IReadOnlyList<PersonQuestion>> ChooseAsync(Invocation invocation)
    {
        await using var actions = ActionSet.BuiltIn(invocation.Time);
        using var home = invocation.Read();
        var open = OpenReview.Of(home, invocation.Get(Run)!, actions);
        var (item, step) = (invocation.Get(Item), invocation.Get(Step));
        var fitting = open.Where(review => (item is null || review.Key == item) && (step is null || review.Step == step || review.Step.EndsWith($"/{step}", StringComparison.Ordinal))).ToArray();
        return fitting switch
        {
            [] => throw OpenReview.None(invocation.Get(Run)!, item),
            [_] => fitting,
            _ when invocation.Get(All) => fitting,
            _ => throw CommandException.BadInput(CliCodes.BadArguments, $"{Texts.Count(fitting.Length, "question")} fit: {string.Join(", ", fitting.Take(5).Select(static review => review.Key ?? review.Step))}{(fitting.Length > 5 ? ", ..." : string.Empty)}; name the item, or say --all"),
        };
    }

    private static int Told(Invocation invocation, IReadOnlyList<PersonQuestion> chosen, string verdict)
    {
        var done = verdict switch { "accept" => "accepted", "reject" => "rejected", _ => "edited" };
        var run = chosen[0].Run;
        invocation.Terminal.Say($"{run}: {(chosen is [{ Key: { } key }] ? key : Texts.Count(chosen.Count, "question"))} {done}; `atelier resume {run}` watches the run.");
        if (invocation.Terminal.Json)
        {
            invocation.Terminal.Write(writer =>
            {
                writer.WriteStartObject();
                writer.WriteNumber("answered", chosen.Count);
                writer.WriteEndObject();
            });
        }

        return ExitCodes.Done;
    }
}
