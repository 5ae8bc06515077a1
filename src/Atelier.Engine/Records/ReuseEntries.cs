using Atelier.Engine.Runs;

namespace Atelier.Engine.Records;

/// <summary>A row of <c>results</c>: what a fingerprint gave, for every run. Owns its value.</summary>
/// <param name="Fingerprint">SHA-256, 32 bytes.</param>
/// <param name="Outcome">Succeeded, empty or rejected.</param>
/// <param name="Output">UTF-8 JSON.</param>
/// <param name="MadeBy">What made it.</param>
/// <param name="At">Unix milliseconds.</param>
public sealed record ResultEntry(byte[] Fingerprint, Outcome Outcome, byte[]? Output, string? MadeBy, long At);

/// <summary>A row of <c>ledger</c>: what was last made for (collection, key, step path), and from what.</summary>
/// <param name="Collection">The collection's name.</param>
/// <param name="Key">The item's key with its prefix.</param>
/// <param name="StepPath">Ids from the root.</param>
/// <param name="Fingerprint">SHA-256, 32 bytes.</param>
/// <param name="Parts">Named parts of the fingerprint with their values, canonical JSON, so that a later run can name what differs.</param>
/// <param name="Outcome">Succeeded, empty or rejected.</param>
/// <param name="Output">UTF-8 JSON.</param>
/// <param name="MadeBy">What made it.</param>
/// <param name="At">Unix milliseconds.</param>
public sealed record LedgerEntry(
    string Collection, string Key, string StepPath, byte[] Fingerprint, byte[] Parts, Outcome Outcome, byte[]? Output, string? MadeBy, long At);
