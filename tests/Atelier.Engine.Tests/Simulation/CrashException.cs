namespace Atelier.Engine.Tests.Simulation;

/// <summary>The process is gone.</summary>
internal sealed class CrashException() : Exception("crash");
