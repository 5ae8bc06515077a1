using System.CommandLine;
using System.CommandLine.Parsing;
using Atelier.Cli.Terminals;
using Atelier.Engine.Stores;

namespace Atelier.Cli;

/// <summary>From arguments to an exit status. Whatever happens, people see a sentence and never a stack trace.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args)
    {
        var json = args.TakeWhile(static arg => arg != "--").Contains("--json");
        var terminal = new Terminal(json);
        using var interruption = new Interruption();
        try
        {
            var root = CommandTable.Root(args);
            var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (parsed.Errors.Count > 0)
            {
                return Misused(parsed, terminal);
            }

            var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
            return await parsed.InvokeAsync(configuration, interruption.Token).ConfigureAwait(false);
        }
        catch (CommandException exception)
        {
            return terminal.Fail(exception.Exit, exception.Code, exception.Message);
        }
        catch (StoreException exception)
        {
            return terminal.Fail(ExitCodes.Refused, exception.Code, exception.Message);
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
        {
            return ExitCodes.Interrupted;
        }
        catch (Exception exception)
        {
            return terminal.Fail(ExitCodes.Failed, CliCodes.Unexpected, CrashLog.Write(args, exception));
        }
    }

    private static int Misused(ParseResult parsed, Terminal terminal)
    {
        var command = parsed.CommandResult.Command;
        var name = command is RootCommand ? "atelier" : $"atelier {PathOf(parsed.CommandResult)}";
        var messages = parsed.Errors.Select(static error => error.Message.TrimEnd('.')).Distinct();
        return terminal.Fail(ExitCodes.BadInput, CliCodes.BadArguments, $"{string.Join("; ", messages)}. See `{name} --help`");
    }

    private static string PathOf(CommandResult result) =>
        result.Parent is CommandResult { Command: not RootCommand } parent ? $"{PathOf(parent)} {result.Command.Name}" : result.Command.Name;
}
