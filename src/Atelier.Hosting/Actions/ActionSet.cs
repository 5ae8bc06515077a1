using Atelier.Actions;

namespace Atelier.Hosting.Actions;

/// <summary>The actions of a process with what they stand on. Making one costs next to nothing: descriptors, hosts and clients come with first use.</summary>
public sealed class ActionSet : IAsyncDisposable
{
    private ActionSet(ActionRegistry registry) => Registry = registry;

    /// <summary>By name.</summary>
    public ActionRegistry Registry { get; }

    /// <summary>The actions that come with the product.</summary>
    public static ActionSet BuiltIn() => new(new ActionRegistry(BuiltInActions.All(new ActionServices())));

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
