using Atelier.Actions.Images.Analysis;

namespace Atelier.Actions.Images.Grouping;

/// <summary>A picture to compare.</summary>
/// <param name="Key">Its item's key.</param>
/// <param name="Hash">Its hash.</param>
/// <param name="Taken">When it was taken; null when unknown.</param>
/// <param name="Preference">How good it is; higher is better; null when unknown.</param>
internal readonly record struct HashedPicture(string Key, PerceptualHash Hash, DateTimeOffset? Taken, double? Preference);
