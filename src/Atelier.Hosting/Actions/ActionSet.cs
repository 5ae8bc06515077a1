using Atelier.Actions;
using Atelier.Hosts.Media;

namespace Atelier.Hosting.Actions;

/// <summary>The actions of a process with what they stand on. Making one costs next to nothing: descriptors and the media host come with first use.</summary>
public sealed class ActionSet : IAsyncDisposable
{
    /// <summary>The environment variable that names the media host's folder. Default: <c>host</c> beside the program.</summary>
    public const string HostVariable = "ATELIER_HOST_DIR";

    private ActionSet(TimeProvider time)
    {
        MediaHost = new MediaHostOptions { HostFolder = HostFolder };
        Media = new MediaHostPool(MediaHost, time);
        Registry = new ActionRegistry(BuiltInActions.All(new ActionServices { Media = Media }));
    }

    /// <summary>Where the hosts' package lies.</summary>
    public static string HostFolder => Environment.GetEnvironmentVariable(HostVariable) ?? Path.Join(AppContext.BaseDirectory, "host");

    /// <summary>By name.</summary>
    public ActionRegistry Registry { get; }

    /// <summary>The hosts that decode pictures; none starts before the first picture.</summary>
    public MediaHostPool Media { get; }

    /// <summary>How the media host is run.</summary>
    public MediaHostOptions MediaHost { get; }

    /// <summary>The actions that come with the product.</summary>
    public static ActionSet BuiltIn(TimeProvider time) => new(time);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => Media.DisposeAsync();
}
