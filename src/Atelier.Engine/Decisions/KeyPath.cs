using Atelier.Engine.State;

namespace Atelier.Engine.Decisions;

/// <summary>Keys of the items around a scope.</summary>
internal static class KeyPath
{
    /// <summary>Between the keys of nested items, in the store. A key that holds it stays distinct: it is escaped by doubling.</summary>
    public const char Separator = '\u001F';

    /// <summary>For people: keys from the outside in, joined by <c> › </c>; null outside items.</summary>
    public static string? Of(ScopeState? scope)
    {
        string? path = null;
        for (; scope is not null; scope = scope.Parent)
        {
            if (scope.Key is { } key)
            {
                path = path is null ? key : $"{key} › {path}";
            }
        }

        return path;
    }

    /// <summary>For the store: what to put before the keys of a block in this scope; empty outside items.</summary>
    public static string Prefix(ScopeState? scope)
    {
        var prefix = string.Empty;
        for (; scope is not null; scope = scope.Parent)
        {
            if (scope.Key is { } key)
            {
                prefix = Escape(key) + Separator + prefix;
            }
        }

        return prefix;
    }

    private static string Escape(string key) => key.Contains(Separator, StringComparison.Ordinal) ? key.Replace("\u001F", "\u001F\u001F", StringComparison.Ordinal) : key;
}
