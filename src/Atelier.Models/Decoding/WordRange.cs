namespace Atelier.Models.Decoding;

/// <summary>Where a word stands in its text.</summary>
/// <param name="Start">First character, UTF-16 units from 0.</param>
/// <param name="End">After the last.</param>
public readonly record struct WordRange(int Start, int End);
