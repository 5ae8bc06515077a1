using Atelier.Engine.Artifacts;
using Atelier.Engine.Running;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Hosting.Actions;
using Atelier.Hosting.Artifacts;
using Atelier.Hosting.Live;
using Atelier.Hosting.Models;
using Atelier.Hosting.Owners;
using Atelier.Hosting.Runs;
using Atelier.Hosting.Workflows;
using Atelier.Storage.Homes;
using Atelier.Storage.Sqlite;
using Atelier.Workspace;

namespace Atelier.Hosting.Homes;

/// <summary>
/// A home that this process owns until disposal: its lock, its engine, and the socket on which other commands ask. Unfinished runs go on as
/// soon as it is open.
/// </summary>
public sealed class OwnedHome : IAsyncDisposable
{
    private readonly HomeFolder _folder;
    private readonly TimeProvider _time;
    private readonly ActionSet _actions;
    private readonly HomeModels _models;
    private readonly OwnerListener _listener;
    private const long ThumbnailBytes = 512L << 20;
    private IRunQueries? _queries;

    private OwnedHome(HomeFolder folder, TimeProvider time, IReadOnlySet<string>? remoteQueues)
    {
        _folder = folder;
        _time = time;
        _actions = ActionSet.BuiltIn(time);
        _models = new HomeModels(folder.Layout.Folder, _actions.MediaHost.HostFolder, folder.Secrets, time);
        Versions = new WorkflowVersions(_actions.Registry);
        var runs = new HostedRuns(folder.Store, _actions.Registry, _models, time);
        Live = new LiveHub(() => Queries, run => Engine!.LookAsync(run), time);
        var log = new LogRelay(folder.Store, Live);
        Engine = new RunEngine(
            new EnginePorts
            {
                Store = folder.Store,
                Artifacts = folder.Artifacts,
                Actions = _actions.Registry,
                Plans = Versions.Compile,
                Secrets = folder.Secrets,
                Log = log,
                Observer = log,
                Runs = runs,
                Models = _models.For,
                Displaces = _models.Displaces,
                Time = time,
            },
            new EngineOptions { WorkFolder = folder.Layout.Work, BaseFolder = Environment.CurrentDirectory, RemoteQueues = remoteQueues ?? new HashSet<string>() });
        runs.Engine = Engine;
        Desk = new OwnerDesk(Engine, folder, _models, Versions, Live, time);
        Engine.Start();
        _listener = new OwnerListener(folder.Layout.Socket, Desk, time);
    }

    /// <summary>The engine.</summary>
    public RunEngine Engine { get; }

    /// <summary>Runs.</summary>
    public IRunStore Store => _folder.Store;

    /// <summary>What people ask about runs and collections.</summary>
    public IRunQueries Queries => LazyInitializer.EnsureInitialized(ref _queries, () => new SqliteRunQueries(_folder.Layout.Database));

    /// <summary>Counters and feeds for those who watch; start it before using it.</summary>
    public LiveHub Live { get; }

    /// <summary>Bytes.</summary>
    public IArtifactStore Artifacts => _folder.Artifacts;

    /// <summary>Bytes by digest, linked files too, as people ask for them.</summary>
    public HomeArtifacts Contents => LazyInitializer.EnsureInitialized(ref field, () => new HomeArtifacts(_folder.Artifacts, _folder.Store, Queries, Engine));

    /// <summary>Small pictures of pictures, at most 512 MB of them.</summary>
    public Thumbnails Thumbnails => LazyInitializer.EnsureInitialized(ref field, () => Thumbnails.Of(Path.Join(_folder.Layout.Cache, "thumbnails"), ThumbnailBytes, _actions.Media, _time));

    /// <summary>What people keep around runs; made when first asked.</summary>
    /// <exception cref="StoreException">It cannot be used.</exception>
    public IWorkspaceStore Workspace => _folder.Workspace;

    /// <summary>Where things lie.</summary>
    public HomeLayout Layout => _folder.Layout;

    /// <summary>Definitions as runs keep them.</summary>
    public WorkflowVersions Versions { get; }

    /// <summary>The actions of this process.</summary>
    public ActionSet Actions => _actions;

    /// <summary>Models: registries, and what is in memory.</summary>
    public HomeModels Models => _models;

    /// <summary>Commands of other processes that are connected.</summary>
    public int Connections => _listener.Connections;

    /// <summary>How long no other command has been connected.</summary>
    public TimeSpan Alone => _listener.Alone;

    /// <summary>
    /// True while a run has something to do or a time at which it will: what only waits for a message, or is paused, needs no owner. True too while a model
    /// is in memory that somebody asked to be loaded or pinned: it is there for who comes next.
    /// </summary>
    public bool IsBusy => Desk.KeepsModels || _folder.Store.Unfinished().Any(run => !(run.Resting && run.Wake is null) && _folder.Store.FindRun(run.Run)?.Phase != RunPhase.Paused);

    internal OwnerDesk Desk { get; }

    /// <summary>Does what commands of other processes ask by the socket. Never throws for what a request can cause.</summary>
    public Task<OwnerReply> AskAsync(OwnerRequest request, CancellationToken cancellationToken) => Desk.AnswerAsync(request, cancellationToken);

    /// <summary>Takes a home, creating it when missing; null: another process owns it.</summary>
    /// <param name="path">The home's folder.</param>
    /// <param name="time">The clock.</param>
    /// <param name="remoteQueues">Queues that only remote workers serve; null: none.</param>
    /// <exception cref="StoreException">It cannot be used.</exception>
    public static OwnedHome? TryOpen(string path, TimeProvider time, IReadOnlySet<string>? remoteQueues = null)
    {
        if (HomeFolder.TryOpen(path, time) is not { } folder)
        {
            return null;
        }

        try
        {
            return new OwnedHome(folder, time, remoteQueues);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _listener.DisposeAsync().ConfigureAwait(false);
        await Engine.DisposeAsync().ConfigureAwait(false);
        await _models.DisposeAsync().ConfigureAwait(false);
        await _actions.DisposeAsync().ConfigureAwait(false);
        Live.Dispose();
        _queries?.Dispose();
        _folder.Store.Flush();
        _folder.Dispose();
    }
}
