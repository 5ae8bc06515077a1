namespace Atelier.Hosts.Media;

/// <summary>One picture of a grid and the line under it.</summary>
public sealed record SheetCell(string Input, string? Label);
