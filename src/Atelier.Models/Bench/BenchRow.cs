namespace Atelier.Models.Bench;

/// <summary>What was measured at one size of batch.</summary>
/// <param name="BatchSize">Questions in a batch at most; writers of text are always asked one by one.</param>
/// <param name="ItemsPerSecond">Answers a second.</param>
/// <param name="LoadTime">From the start of the host to its greeting.</param>
/// <param name="Bytes">Resident memory of the host at the end.</param>
public sealed record BenchRow(int BatchSize, double ItemsPerSecond, TimeSpan LoadTime, long Bytes);
