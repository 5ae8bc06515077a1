namespace Atelier.Hosting.Live;

/// <summary>There may be lines of a run's log that were not there before.</summary>
public sealed class LogNews;
