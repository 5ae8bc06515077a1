namespace Atelier.Storage.Sqlite;

/// <summary>A record breaks a rule of the schema: the part it belongs to is rolled back. Never leaves the store.</summary>
internal sealed class ConstraintException(string message) : Exception(message);
