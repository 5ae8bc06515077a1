using Atelier.Engine.Stores;
using Atelier.Hosting.Owners;
using Atelier.Storage.Homes;

namespace Atelier.Hosting.Homes;

/// <summary>
/// A command's way to change a home: it owns the home where nobody else does, and asks the owner where somebody does. When the owner goes away,
/// the next question makes this process the owner, or finds the new one.
/// </summary>
public sealed class HomeSession : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private readonly string _path;
    private readonly TimeProvider _time;
    private OwnerConnection? _owner;

    private HomeSession(string path, TimeProvider time)
    {
        _path = path;
        _time = time;
    }

    /// <summary>The home, where this process owns it; null: another process does.</summary>
    public OwnedHome? Owned { get; private set; }

    /// <summary>Owns the home or connects to its owner, creating the home when missing.</summary>
    /// <exception cref="StoreException">The home cannot be used, or its owner does not answer.</exception>
    public static async Task<HomeSession> OpenAsync(string path, TimeProvider time, CancellationToken cancellationToken)
    {
        var session = new HomeSession(path, time);
        await session.ReachAsync(own: true, cancellationToken).ConfigureAwait(false);
        return session;
    }

    /// <summary>As <see cref="OpenAsync"/>, starting a process of its own as owner where there is none, which stays when this one ends.</summary>
    public static async Task<HomeSession> OpenDetachedAsync(string path, TimeProvider time, CancellationToken cancellationToken)
    {
        var session = new HomeSession(path, time);
        await session.ReachAsync(own: false, cancellationToken).ConfigureAwait(false);
        return session;
    }

    /// <summary>Connects to the owner of a home where there is one; null: nobody owns it now.</summary>
    public static async Task<HomeSession?> TryConnectAsync(string path, TimeProvider time, CancellationToken cancellationToken) =>
        await OwnerConnection.TryConnectAsync(new HomeLayout(Path.GetFullPath(path)).Socket, cancellationToken).ConfigureAwait(false) is { } owner
            ? new HomeSession(path, time) { _owner = owner }
            : null;

    /// <summary>Asks the owner, which may be this process. A question whose owner went away is asked again: requests are made to be.</summary>
    public async Task<OwnerReply> AskAsync(OwnerRequest request, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return Owned is { } home
                    ? await home.Desk.AnswerAsync(request, cancellationToken).ConfigureAwait(false)
                    : await _owner!.AskAsync(request, cancellationToken).ConfigureAwait(false);
            }
            catch (OwnerLostException)
            {
                _owner!.Dispose();
                _owner = null;
                await ReachAsync(own: true, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _owner?.Dispose();
        if (Owned is { } home)
        {
            await home.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task ReachAsync(bool own, CancellationToken cancellationToken)
    {
        var socket = new HomeLayout(Path.GetFullPath(_path)).Socket;
        var started = _time.GetTimestamp();
        using var spawning = new SpawnedOwner(_path, _time);
        while (true)
        {
            if (own && (Owned = OwnedHome.TryOpen(_path, _time)) is not null)
            {
                return;
            }

            if ((_owner = await OwnerConnection.TryConnectAsync(socket, cancellationToken).ConfigureAwait(false)) is not null)
            {
                return;
            }

            if (!own)
            {
                spawning.StartOnceOrThrow();
            }

            if (_time.GetElapsedTime(started) > Patience)
            {
                throw new StoreException(HostingCodes.NoOwner, $"the owner of {_path} does not answer; look at it with `atelier doctor`", retry: true);
            }

            await Task.Delay(Pause, _time, cancellationToken).ConfigureAwait(false);
        }
    }
}
