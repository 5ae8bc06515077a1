using System.CommandLine;
using System.Text.Json;
using Atelier.Cli.Terminals;
using Atelier.Hosting.Actions;
using Atelier.Hosting.Reviews;

namespace Atelier.Cli.Reviews;

/// <summary><c>atelier reviews show RUN [ITEM]</c>: everything that is asked, and how to answer.</summary>
internal static class ShowReviewCommand
{
    private static readonly Argument<string> Run = new("RUN");
    private static readonly Argument<string?> Item = new("ITEM") { Description = "Only the item with this key.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create() => new Command("show", "Show what is asked, with all that is decided about.") { Run, Item }.Does(ShowAsync);

    private static async Task<int> ShowAsync(Invocation invocation)
    {
        await using var actions = ActionSet.BuiltIn(invocation.Time);
        using var home = invocation.Read();
        var (run, item) = (invocation.Get(Run)!, invocation.Get(Item));
        var reviews = OpenReview.Of(home, run, actions).Where(review => item is null || review.Key == item).ToArray();
        if (reviews.Length == 0)
        {
            throw OpenReview.None(run, item);
        }

        if (invocation.Terminal.Json)
        {
            invocation.Terminal.Write(writer =>
            {
                writer.WriteStartArray();
                Array.ForEach(reviews, review => review.WriteTo(writer));
                writer.WriteEndArray();
            });
            return ExitCodes.Done;
        }

        foreach (var review in reviews)
        {
            Show(review, invocation.Terminal);
        }

        return ExitCodes.Done;
    }

    private static void Show(PersonQuestion review, Terminal terminal)
    {
        terminal.Say($"{review.Run} {review.Step}{(review.Key is { } key ? $" for `{key}`" : string.Empty)}");
        terminal.Say($"  {review.Text}");
        if (review.Path is { } path)
        {
            terminal.Say($"  {Texts.PathText(path)}");
        }

        if (review.Value is { } value)
        {
            foreach (var line in JsonSerializer.Serialize(value, Indented).Split('\n'))
            {
                terminal.Say($"  {line.TrimEnd('\r')}");
            }
        }

        if (review.Due is { } due)
        {
            terminal.Say($"  until {Texts.Moment(due)}");
        }
    }
}
