namespace Atelier.Sdk;

/// <summary>A run or workflow that does not exist, or refuses what was asked. The message says which and why, as a clause.</summary>
public sealed class RunControlException(string message) : Exception(message);
