using System.CommandLine;
using Atelier.Cli.Homes.Desks;
using Atelier.Cli.Homes.Views;
using Atelier.Cli.Servers;
using Atelier.Cli.Terminals;
using Atelier.Engine.Runs;
using Atelier.Hosting.Homes;

namespace Atelier.Cli;

/// <summary>One command under way: its arguments, the terminal, the home (of this machine or of a server), and the token that Ctrl-C cancels.</summary>
internal sealed class Invocation : IDisposable
{
    private readonly ParseResult _parsed;
    private readonly Lazy<ServerLocation?> _location;
    private readonly Lazy<ServerClient> _server;

    public Invocation(ParseResult parsed, CancellationToken interrupted)
    {
        _parsed = parsed;
        Interrupted = interrupted;
        Terminal = new(parsed.GetValue(GlobalOptions.Json));
        _location = new(() => ServerLocation.Find(parsed.GetValue(GlobalOptions.Server), parsed.GetValue(GlobalOptions.TokenFile), isHomeGiven: Has(GlobalOptions.Home)));
        _server = new(() => ServerClient.Open(_location.Value!, Terminal, Time, Interrupted));
    }

    public Terminal Terminal { get; }

    public CancellationToken Interrupted { get; }

    public TimeProvider Time => TimeProvider.System;

    /// <summary>True: the home is a server's.</summary>
    public bool IsRemote => _location.Value is not null;

    /// <summary>Arguments that the command does not know; only commands that pass them on take such.</summary>
    public IReadOnlyList<string> Unmatched => _parsed.UnmatchedTokens;

    /// <summary>The server that keeps the home; only where <see cref="IsRemote"/>.</summary>
    public ServerClient Server => _server.Value;

    /// <summary>Absolute path of the home of this machine; it need not exist.</summary>
    public string Home => field ??= HomeLocation.Find(_parsed.GetValue(GlobalOptions.Home), Environment.CurrentDirectory);

    public T? Get<T>(Option<T> option) => _parsed.GetValue(option);

    public T? Get<T>(Argument<T> argument) => _parsed.GetValue(argument);

    public bool Has(Option option) => _parsed.GetResult(option) is { Implicit: false };

    /// <summary>The home for reading.</summary>
    public IHomeView Read() => IsRemote
        ? new ServerHome(Server)
        : new LocalHome(HomeReader.TryOpen(Home, Time) ?? throw CommandException.Refused(CliCodes.NoHome, $"there is no home in {Home} yet; the first `atelier run` makes one"));

    /// <summary>The home for changes.</summary>
    /// <param name="detached">True: the work goes on when this process ends.</param>
    public async Task<IHomeDesk> OpenDeskAsync(bool detached = false) => IsRemote
        ? new ServerDesk(Server, Time)
        : new LocalDesk(
            detached ? await HomeSession.OpenDetachedAsync(Home, Time, Interrupted).ConfigureAwait(false) : await HomeSession.OpenAsync(Home, Time, Interrupted).ConfigureAwait(false),
            Home,
            Time);

    /// <summary>The home for changes to what is in memory; null: nobody owns it now, so nothing is.</summary>
    public async Task<IHomeDesk?> TryOpenDeskAsync() => IsRemote ? new ServerDesk(Server, Time)
        : await HomeSession.TryConnectAsync(Home, Time, Interrupted).ConfigureAwait(false) is { } session ? new LocalDesk(session, Home, Time)
        : null;

    /// <summary>A key that names one request: the same again is taken once.</summary>
    public string NewKey() => $"cli-{Environment.MachineName}-{Environment.ProcessId}-{Time.GetUtcNow().Ticks}";

    /// <summary>A run named on the command line.</summary>
    public static RunId RunOf(string text) => RunId.TryParse(text, out var run)
        ? run
        : throw CommandException.BadInput(CliCodes.BadArguments, $"`{text}` names no run; runs are called r1, r2 and so on, see `atelier runs list`");

    /// <inheritdoc />
    public void Dispose()
    {
        if (_server.IsValueCreated)
        {
            _server.Value.Dispose();
        }
    }
}
