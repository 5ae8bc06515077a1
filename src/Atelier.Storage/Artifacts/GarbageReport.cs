namespace Atelier.Storage.Artifacts;

/// <summary>What a collection of garbage did.</summary>
/// <param name="Doomed">Artifacts that nothing refers to: removed by a later collection unless somebody writes them again.</param>
/// <param name="Removed">Artifacts removed.</param>
/// <param name="Bytes">Their bytes.</param>
public sealed record GarbageReport(long Doomed, long Removed, long Bytes);
