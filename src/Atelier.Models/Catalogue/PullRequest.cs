namespace Atelier.Models.Catalogue;

/// <summary>What to fetch.</summary>
/// <param name="Hub">Its name on the hub, <c>owner/name</c>.</param>
/// <param name="Revision">Branch, tag or commit.</param>
/// <param name="Files">Patterns of the files wanted; null: what a host loads of the precision <paramref name="Precision"/>.</param>
/// <param name="Precision"><c>fp32</c>, <c>fp16</c>, <c>q8</c>, <c>int8</c>, <c>uint8</c>, <c>q4</c>, <c>q4f16</c> or <c>bnb4</c>.</param>
public sealed record PullRequest(string Hub, string Revision = "main", IReadOnlyList<string>? Files = null, string Precision = "fp32");
