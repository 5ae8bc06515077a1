using System.Globalization;
using Atelier.Engine.Runs;

namespace Atelier.Server.Items;

/// <summary>Scopes as <c>block:ordinal</c>.</summary>
internal static class ScopeWords
{
    /// <summary>Null: nothing was given, or it is none.</summary>
    public static ScopeId? Read(string? text) =>
        text?.Split(':') is [var block, var ordinal] && int.TryParse(block, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && uint.TryParse(ordinal, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            ? ScopeId.Of(number, place)
            : null;
}
