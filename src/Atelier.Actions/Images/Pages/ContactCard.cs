using System.Text.Json;

namespace Atelier.Actions.Images.Pages;

/// <summary>One item of a page.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Outcome"><c>succeeded empty rejected failed skipped cancelled</c>.</param>
/// <param name="Value">What is known of it; what the actions of the product yield is recognised wherever it stands.</param>
public sealed record ContactCard(string Key, string Outcome, JsonElement Value)
{
    /// <summary>The line above the key; null: the value's <c>title</c>, if it has one.</summary>
    public string? Title { get; init; }

    /// <summary>Why there is no value; null: there is one.</summary>
    public string? Cause { get; init; }

    /// <summary>What made it, besides what the value itself says.</summary>
    public IReadOnlyList<string> Makers { get; init; } = [];

    /// <summary>Its pictures by the path they have in the value, the main one first. None: the card has no picture.</summary>
    public IReadOnlyList<(string Path, ShownPicture Picture)> Pictures { get; init; } = [];
}
