using Atelier.Sdk;

namespace Atelier.Language;

/// <summary>The actions a workflow may use.</summary>
public interface IActionCatalog
{
    /// <summary>Every name, sorted.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>The description of an action; null when there is none of that name.</summary>
    ActionDescriptor? Find(string name);
}
