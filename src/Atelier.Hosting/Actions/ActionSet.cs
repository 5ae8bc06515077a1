using Atelier.Actions;
using Atelier.Hosts.Media;

namespace Atelier.Hosting.Actions;

/// <summary>The actions of a process with what they stand on. Making one costs next to nothing: descriptors and the media host come with first use.</summary>
public sealed class ActionSet : IAsyncDisposable
{
    /// <summary>The environment variable that names the media host's folder. Default: <c>host</c> beside the program.</summary>
    public const string HostVariable = "ATELIER_HOST_DIR";

    private readonly MediaHostPool _media;

    private ActionSet(TimeProvider time)
    {
        MediaHost = new MediaHostOptions { HostFolder = Environment.GetEnvironmentVariable(HostVariable) ?? Path.Join(AppContext.BaseDirectory, "host") };
        _media = new MediaHostPool(MediaHost, time);
        Registry = new ActionRegistry(BuiltInActions.All(new ActionServices { Media = _media }));
    }

    /// <summary>By name.</summary>
    public ActionRegistry Registry { get; }

    /// <summary>How the media host is run.</summary>
    public MediaHostOptions MediaHost { get; }

    /// <summary>The actions that come with the product.</summary>
    public static ActionSet BuiltIn(TimeProvider time) => new(time);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _media.DisposeAsync();
}
