using System.CommandLine;
using Atelier.Cli.Terminals;
using Atelier.Engine.Runs;
using Atelier.Hosting.Homes;

namespace Atelier.Cli;

/// <summary>One command under way: its arguments, the terminal, the home, and the token that Ctrl-C cancels.</summary>
internal sealed class Invocation(ParseResult parsed, CancellationToken interrupted)
{
    public Terminal Terminal { get; } = new(parsed.GetValue(GlobalOptions.Json));

    public CancellationToken Interrupted => interrupted;

    public TimeProvider Time => TimeProvider.System;

    /// <summary>Absolute path of the home; it need not exist.</summary>
    public string Home => field ??= HomeLocation.Find(parsed.GetValue(GlobalOptions.Home), Environment.CurrentDirectory);

    /// <summary>Arguments that the command does not know; only commands that pass them on take such.</summary>
    public IReadOnlyList<string> Unmatched => parsed.UnmatchedTokens;

    public T? Get<T>(Option<T> option) => parsed.GetValue(option);

    public T? Get<T>(Argument<T> argument) => parsed.GetValue(argument);

    public bool Has(Option option) => parsed.GetResult(option) is { Implicit: false };

    /// <summary>The home for reading.</summary>
    public HomeReader Read() => HomeReader.TryOpen(Home, Time)
        ?? throw CommandException.Refused(CliCodes.NoHome, $"there is no home in {Home} yet; the first `atelier run` makes one");

    /// <summary>A run named on the command line.</summary>
    public static RunId RunOf(string text) => RunId.TryParse(text, out var run)
        ? run
        : throw CommandException.BadInput(CliCodes.BadArguments, $"`{text}` names no run; runs are called r1, r2 and so on, see `atelier runs list`");
}
