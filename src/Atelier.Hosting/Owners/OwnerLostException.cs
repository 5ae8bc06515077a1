namespace Atelier.Hosting.Owners;

/// <summary>The owner of the home went away while it was asked: whether it did what it was asked is unknown.</summary>
public sealed class OwnerLostException(string message, Exception? inner = null) : IOException(message, inner);
