namespace Atelier.Hosting.Live;

/// <summary>A state with its place among those that were shown: one that is one higher than the last says all that happened between the two.</summary>
public sealed record FeedFrame<T>(long Number, T State);
