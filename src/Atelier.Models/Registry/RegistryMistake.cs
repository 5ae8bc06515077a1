namespace Atelier.Models.Registry;

/// <summary>A mistake in a registry, with its place.</summary>
/// <param name="Code">Such as ATL3402.</param>
/// <param name="File">Of the registry, as it was named.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Message">One sentence.</param>
public sealed record RegistryMistake(string Code, string File, int Line, int Column, string Message)
{
    /// <summary>The model whose entry it spoils; null: it concerns the registry as a whole.</summary>
    public string? Model { get; init; }

    /// <summary><c>file:line:column: sentence</c>.</summary>
    public override string ToString() => $"{File}:{Line}:{Column}: {Message}";
}
