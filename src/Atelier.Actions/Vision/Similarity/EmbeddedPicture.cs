namespace Atelier.Actions.Vision.Similarity;

/// <summary>A picture to group.</summary>
/// <param name="Key">Its item's key.</param>
/// <param name="Vector">Of length 1.</param>
/// <param name="Taken">When it was taken; null when unknown.</param>
/// <param name="Preference">How good it is; higher is better; null when unknown.</param>
internal sealed record EmbeddedPicture(string Key, float[] Vector, DateTimeOffset? Taken, double? Preference);
