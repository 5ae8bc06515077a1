using System.CommandLine;
using System.Text.Json;
using Atelier.Cli.Terminals;
using Atelier.Language.Cel;
using Atelier.Language.Cel.Json;
using Atelier.Language.Cel.Values;

namespace Atelier.Cli.Expressions;

/// <summary><c>atelier expr</c>: evaluates expressions outside a workflow.</summary>
internal static class ExprCommand
{
    private static readonly Argument<string?> Text = new("EXPR") { Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string?> Vars = new("--vars") { Description = "Values by name, a JSON object.", HelpName = "JSON" };
    private static readonly Option<bool> Typed = new("--typed") { Description = "Write the value with its type; names in --vars may be typed too." };
    private static readonly Option<string?> Batch = new("--batch") { Description = "Answer a line for each JSON line {\"expr\", \"vars\"} of a file; - for standard input.", HelpName = "FILE" };
    private static readonly Option<bool> Mixed = new("--mixed") { Description = "Let int and double mix in arithmetic, as inside workflows." };

    public static Command Create() => new Command("expr", "Evaluate an expression and print its value as JSON.") { Text, Vars, Typed, Batch, Mixed }.Does(Evaluate);

    private static int Evaluate(Invocation invocation)
    {
        var evaluation = new Evaluation(invocation.Get(Typed), invocation.Get(Mixed) ? CelOptions.Mixed : CelOptions.Strict);
        if (invocation.Get(Batch) is { } file)
        {
            return AnswerAll(invocation, evaluation, file);
        }

        var text = invocation.Get(Text) ?? throw CommandException.BadInput(CliCodes.BadArguments, "give an expression, or --batch with a file of them");
        var vars = JsonArgument.Read(invocation.Get(Vars) ?? "{}", "--vars");
        if (vars.ValueKind != JsonValueKind.Object)
        {
            throw CommandException.BadInput(CliCodes.BadJson, "--vars is no JSON object");
        }

        var (exit, line) = evaluation.Answer(text, vars);
        Console.Out.WriteLine(line);
        return exit;
    }

    private static int AnswerAll(Invocation invocation, Evaluation evaluation, string file)
    {
        using var reader = Open(file);
        while (reader.ReadLine() is { } line)
        {
            invocation.Interrupted.ThrowIfCancellationRequested();
            if (line.Length > 0)
            {
                Console.Out.WriteLine(evaluation.AnswerLine(line));
            }
        }

        return ExitCodes.Done;
    }

    private static TextReader Open(string file)
    {
        try
        {
            return file == "-" ? Console.In : new StreamReader(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CommandException.BadInput(CliCodes.FileTrouble, $"{file} cannot be read: {exception.Message}");
        }
    }
}
