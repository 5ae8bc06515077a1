namespace Atelier.Engine.Stores.Memory;

/// <summary>A record breaks a rule of the store: the part it belongs to is undone. Never leaves the store.</summary>
internal sealed class RecordRefusedException(string message) : Exception(message);
