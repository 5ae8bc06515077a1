namespace Atelier.Server.Serving;

/// <summary>When this server was started.</summary>
internal sealed record ServerStart(DateTimeOffset At);
