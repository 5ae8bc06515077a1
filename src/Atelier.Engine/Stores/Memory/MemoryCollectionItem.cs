namespace Atelier.Engine.Stores.Memory;

/// <summary>An item of a collection as last seen. Times are Unix milliseconds; <paramref name="Gone"/> is null while a listing yields it.</summary>
internal sealed record MemoryCollectionItem(byte[] Digest, long FirstSeen, long LastSeen, long? Gone);
