namespace Atelier.Models.Planning;

/// <summary>A model as plans see it.</summary>
/// <param name="Name">As registered.</param>
/// <param name="Device">Whose memory it takes.</param>
/// <param name="Bytes">What it takes, measured or estimated.</param>
/// <param name="LoadTime">The same of its load.</param>
/// <param name="BatchSize">Questions in a batch at most, as its memory bears them.</param>
/// <param name="Pinned">Leaves last.</param>
public sealed record PlannedModel(string Name, string Device, long Bytes, TimeSpan LoadTime, int BatchSize, bool Pinned = false);
