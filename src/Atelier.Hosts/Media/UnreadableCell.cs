namespace Atelier.Hosts.Media;

/// <summary>A cell that could not be decoded: its place in the request, and why.</summary>
public sealed record UnreadableCell(int Index, string Code, string Message);
