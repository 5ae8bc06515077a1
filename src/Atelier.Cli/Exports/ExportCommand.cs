using System.CommandLine;
using System.Text;
using Atelier.Cli.Runs;
using Atelier.Hosting.Actions;

namespace Atelier.Cli.Exports;

/// <summary><c>atelier export RUN</c>: the items of a run as a table, lines, or a page (a contact sheet where they have pictures).</summary>
internal static class ExportCommand
{
    private static readonly Argument<string> Run = new("RUN");
    private static readonly Option<string> Format = new("--format") { Description = "csv, jsonl or html. Default: jsonl.", DefaultValueFactory = static _ => "jsonl" };
    private static readonly Option<string?> Block = new("--block") { Description = "The for_each, by id or path. Default: every one outside items." };
    private static readonly Option<string?> OutcomeOption = new("--outcome") { Description = "Only items with this outcome." };
    private static readonly Option<string?> Out = new("--out", "-o") { Description = "The file to write. Default: standard output.", HelpName = "FILE" };

    public static Command Create()
    {
        Format.AcceptOnlyFromAmong("csv", "jsonl", "html");
        return new Command("export", "Write the items of a run with their values.") { Run, Format, Block, OutcomeOption, Out }.Does(ExportAsync);
    }

    private static async Task<int> ExportAsync(Invocation invocation)
    {
        await using var actions = ActionSet.BuiltIn(invocation.Time);
        using var home = invocation.Read();
        var run = KnownRun.Of(home, invocation.Get(Run)!, actions);
        var outcome = OutcomeWords.Read(invocation.Get(OutcomeOption));
        var rows = new ExportRows(home, run, invocation.Get(Block), outcome, invocation.Interrupted);
        await using var target = Open(invocation.Get(Out));
        switch (invocation.Get(Format))
        {
            case "csv":
                CsvExport.Write(rows, target);
                break;
            case "html" when PageExport.Suits(rows):
                if (await PageExport.WriteAsync(rows, target, home.Artifacts, actions, invocation.Interrupted).ConfigureAwait(false) is > 0 and var left)
                {
                    invocation.Terminal.Tell($"{left} items are not shown: a page holds {PageExport.MaxItems}. Choose with --block and --outcome.");
                }

                break;
            case "html":
                TableExport.Write(rows, target);
                break;
            default:
                JsonLinesExport.Write(rows, target);
                break;
        }

        return ExitCodes.Done;
    }

    private static StreamWriter Open(string? file)
    {
        try
        {
            return new StreamWriter(file is null ? Console.OpenStandardOutput() : File.Create(file), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CommandException.BadInput(CliCodes.FileTrouble, $"{file} cannot be written: {exception.Message}");
        }
    }
}
