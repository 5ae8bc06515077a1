using System.Net;
using Atelier.Api.Serialization;
using Atelier.Hosting.Homes;
using Atelier.Server.Metrics;
using Atelier.Server.Problems;
using Atelier.Server.Runs;
using Atelier.Server.Security;
using Atelier.Server.Serving;
using Atelier.Server.Ui;
using Atelier.Workspace.Users;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Atelier.Server;

/// <summary>A home, served over HTTP until disposal. The same in tests and in <c>atelier serve</c>.</summary>
public sealed class ServerApp : IAsyncDisposable
{
    private readonly WebApplication _web;
    private readonly OwnedHome _home;
    private readonly Telemetry? _telemetry;

    private ServerApp(WebApplication web, OwnedHome home, ServerOptions options)
    {
        _web = web;
        _home = home;
        _telemetry = Telemetry.StartOrNull(options);
        Options = options;
    }

    /// <summary>How it was started.</summary>
    public ServerOptions Options { get; }

    /// <summary>What it listens on, with the port it got.</summary>
    public Uri Address => new(_web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>The token of this start.</summary>
    public string StartToken => _web.Services.GetRequiredService<StartToken>().Text;

    /// <summary>The password of the first user, where this start made one: to be shown once. Null: there are users.</summary>
    public string? FirstPassword { get; private init; }

    /// <summary>Its services, for tests.</summary>
    internal IServiceProvider Services => _web.Services;

    /// <summary>The home it owns.</summary>
    internal OwnedHome Home => _home;

    /// <summary>Builds a server over a home that this process owns; the server disposes of it. Nothing is served before <see cref="StartAsync"/>.</summary>
    public static async Task<ServerApp> CreateAsync(ServerOptions options, OwnedHome home, TimeProvider time)
    {
        try
        {
            var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.Configure(options));
            builder.Logging.SetMinimumLevel(LogLevel.Warning);
            builder.Services.ConfigureHttpJsonOptions(static json => ApiJson.Configure(json.SerializerOptions));
            home.Live.Start();

            // Else a body that cannot be read is answered without a word of why.
            builder.Services.Configure<RouteHandlerOptions>(static routes => routes.ThrowOnBadRequest = true);
            builder.Services.AddAtelier(options, home, time);
            var web = builder.Build();
            home.Live.Beside = web.Services.GetRequiredService<HomeMeter>();
            _ = web.Services.GetRequiredService<MeterBook>();
            web.UseMiddleware<SecurityHeaders>();
            web.UseMiddleware<AuditTrail>();
            web.UseMiddleware<FaultBarrier>();
            web.UseMiddleware<HostCheck>();
            web.UseUiFiles(options);
            web.UseRouting();
            web.UseMiddleware<Identify>();
            web.UseMiddleware<RateLimits>();
            web.UseMiddleware<Gate>();
            web.UseMiddleware<StillAllowed>();
            web.UseMiddleware<KnownQuery>();
            web.MapAtelier(options);
            return new ServerApp(web, home, options) { FirstPassword = await web.Services.GetRequiredService<UserDesk>().AddFirstAsync().ConfigureAwait(false) };
        }
        catch
        {
            await home.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Listens.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await _web.StartAsync(cancellationToken).ConfigureAwait(false);
        if (Options.TokenFile is { } file)
        {
            TokenFile.Write(file, StartToken);
        }
    }

    /// <summary>Gives a user a new password, which is answered and kept nowhere; every session of the user ends. Null: there is no such user.</summary>
    public async Task<string?> ResetPasswordAsync(string user) =>
        _home.Workspace.Users.FindByName(user) is { } found && (await _web.Services.GetRequiredService<UserDesk>().SetPasswordAsync(found.Id, null).ConfigureAwait(false)).Value is { } changed
            ? changed.GeneratedPassword
            : null;

    /// <summary>Ends when the process is told to stop.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken) => _web.WaitForShutdownAsync(cancellationToken);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (Options.TokenFile is { } file)
        {
            File.Delete(file);
        }

        _telemetry?.Dispose();
        await _web.DisposeAsync().ConfigureAwait(false);
        await _home.DisposeAsync().ConfigureAwait(false);
    }
}
