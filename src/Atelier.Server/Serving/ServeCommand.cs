using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using Atelier.Engine.Stores;
using Atelier.Hosting.Homes;
using Atelier.Workspace;

namespace Atelier.Server.Serving;

/// <summary><c>atelier serve</c>: owns a home and serves it until it is told to stop.</summary>
internal static class ServeCommand
{
    private const int Done = 0;
    private const int BadInput = 2;
    private const int Refused = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly Option<string?> Home = new("--home") { Description = "The folder that holds runs and collections. Default: ATELIER_HOME, else the nearest .atelier folder upwards, else ~/.atelier.", HelpName = "FOLDER" };
    private static readonly Option<int> Port = new("--port") { Description = "The port; 0 takes any free one.", DefaultValueFactory = static _ => ServerOptions.StandardPort };
    private static readonly Option<string> Bind = new("--bind") { Description = "The address to listen on; 0.0.0.0 lets other machines in.", HelpName = "ADDRESS", DefaultValueFactory = static _ => "127.0.0.1" };
    private static readonly Option<string[]> Root = new("--root") { Description = "A folder that files may be picked from; may be given more than once. Default: the current folder.", HelpName = "FOLDER" };
    private static readonly Option<string?> PublicUrl = new("--public-url") { Description = "The address that people open, where a proxy stands before the server.", HelpName = "URL" };

    private static readonly Option<string?> Token = new("--token-file") { Description = "Write a token that may do everything while this server lives to a file that its user alone can read.", HelpName = "FILE" };
    private static readonly Option<string?> Reset = new("--reset-password") { Description = "Give a user a new password and print it once.", HelpName = "USER" };
    private static readonly Option<string[]> RemoteQueue = new("--remote-queue") { Description = "A queue whose steps only workers run; may be given more than once. Workers may take from the other queues too.", HelpName = "QUEUE" };

    public static Task<int> RunAsync(string[] args)
    {
        var command = new RootCommand("Serve a home: an address to open in a browser, an HTTP API, and workers.") { Home, Port, Bind, Root, PublicUrl, Token, Reset, RemoteQueue };
        command.SetAction(ServeAsync);
        var parsed = command.Parse(args);
        if (parsed.Errors.Count == 0)
        {
            return parsed.InvokeAsync();
        }

        foreach (var error in parsed.Errors)
        {
            Console.Error.WriteLine($"atelier serve: ATL4002: {error.Message}");
        }

        Console.Error.WriteLine("`atelier serve --help` lists the options.");
        return Task.FromResult(BadInput);
    }

    private static async Task<int> ServeAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (OptionsOf(parsed, out var problem) is not { } options)
        {
            return Say(problem!, BadInput);
        }

        try
        {
            await using var app = await OpenAsync(options, cancellationToken).ConfigureAwait(false);
            if (app is null)
            {
                return Say($"{ServerCodes.HomeTaken}: another process owns the home {options.Home}; end it, or give another --home", Refused);
            }

            if (parsed.GetValue(Reset) is { } user)
            {
                if (await app.ResetPasswordAsync(user).ConfigureAwait(false) is not { } password)
                {
                    return Say($"{WorkspaceCodes.NoSuchUser}: there is no user `{user}`", BadInput);
                }

                Console.Out.WriteLine($"The new password of {user} is {password}; it is shown only now, and has to be changed at the next sign-in.");
            }

            await app.StartAsync(cancellationToken).ConfigureAwait(false);
            Greeting.Write(app, Console.Out);
            await app.WaitForShutdownAsync(cancellationToken).ConfigureAwait(false);
            return Done;
        }
        catch (StoreException exception)
        {
            return Say($"{exception.Code}: {exception.Message}", Refused);
        }
        catch (IOException exception) when (exception.InnerException is SocketException or Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            return Say($"{ServerCodes.CannotListen}: {options.Address}:{options.Port} cannot be listened on: {exception.InnerException.Message}; give another --port", Refused);
        }
        catch (SocketException exception)
        {
            return Say($"{ServerCodes.CannotListen}: {options.Address}:{options.Port} cannot be listened on: {exception.Message}; give another --bind or --port", Refused);
        }
    }

    /// <summary>An owner that only ends its last work leaves within seconds.</summary>
    private static async Task<ServerApp?> OpenAsync(ServerOptions options, CancellationToken cancellationToken)
    {
        var time = TimeProvider.System;
        var started = time.GetTimestamp();
        while (true)
        {
            if (OwnedHome.TryOpen(options.Home, time, options.RemoteQueues) is { } home)
            {
                return await ServerApp.CreateAsync(options, home, time).ConfigureAwait(false);
            }

            if (time.GetElapsedTime(started) > Patience)
            {
                return null;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), time, cancellationToken).ConfigureAwait(false);
        }
    }

    private static ServerOptions? OptionsOf(ParseResult parsed, out string? problem)
    {
        problem = null;
        var current = Environment.CurrentDirectory;
        if (!IPAddress.TryParse(parsed.GetValue(Bind), out var address))
        {
            problem = $"ATL4002: --bind takes an IP address, not `{parsed.GetValue(Bind)}`";
            return null;
        }

        if (parsed.GetValue(Port) is < 0 or > 65535)
        {
            problem = $"ATL4002: --port takes 0 to 65535, not {parsed.GetValue(Port)}";
            return null;
        }

        Uri? url = null;
        if (parsed.GetValue(PublicUrl) is { } text && !(Uri.TryCreate(text, UriKind.Absolute, out url) && url.Scheme is "http" or "https"))
        {
            problem = $"ATL4002: --public-url takes an http or https address, not `{text}`";
            return null;
        }

        var roots = (parsed.GetValue(Root) is { Length: > 0 } given ? given : [current]).Select(root => Path.GetFullPath(root, current)).ToArray();
        if (Array.Find(roots, static root => !Directory.Exists(root)) is { } missing)
        {
            problem = $"{ServerCodes.OutsideRoots}: --root {missing} is no folder";
            return null;
        }

        return new ServerOptions
        {
            Home = HomeLocation.Find(parsed.GetValue(Home), current),
            Address = address,
            Port = parsed.GetValue(Port),
            Roots = roots,
            PublicUrl = url,
            TokenFile = parsed.GetValue(Token) is { } file ? Path.GetFullPath(file, current) : null,
            TelemetryEndpoint = Uri.TryCreate(Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT"), UriKind.Absolute, out var collector) ? collector : null,
            RemoteQueues = (parsed.GetValue(RemoteQueue) ?? []).ToHashSet(StringComparer.Ordinal),
            UiFolder = Environment.GetEnvironmentVariable("ATELIER_UI_DIR") ?? Path.Join(AppContext.BaseDirectory, "ui"),
        };
    }

    private static int Say(string text, int exit)
    {
        Console.Error.WriteLine($"atelier serve: {text}");
        return exit;
    }
}
