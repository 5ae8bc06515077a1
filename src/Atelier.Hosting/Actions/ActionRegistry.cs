using System.Collections.Frozen;
using Atelier.Engine.Running;
using Atelier.Sdk;

namespace Atelier.Hosting.Actions;

/// <summary>The actions of this process by name.</summary>
public sealed class ActionRegistry : IActionSource
{
    private readonly FrozenDictionary<string, IAction> _actions;

    /// <summary>Registers actions; of two with one name the later one counts.</summary>
    public ActionRegistry(IEnumerable<IAction> actions)
    {
        var byName = new Dictionary<string, IAction>(StringComparer.Ordinal);
        foreach (var action in actions)
        {
            byName[action.Name] = action;
        }

        _actions = byName.ToFrozenDictionary(StringComparer.Ordinal);
        Names = [.. byName.Keys.Order(StringComparer.Ordinal)];
    }

    /// <inheritdoc />
    public IReadOnlyList<string> Names { get; }

    /// <inheritdoc />
    public ActionDescriptor? Find(string name) => _actions.GetValueOrDefault(name)?.Descriptor;

    /// <inheritdoc />
    public IAction? Get(string name) => _actions.GetValueOrDefault(name);
}
