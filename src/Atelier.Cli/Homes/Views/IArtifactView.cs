using Atelier.Sdk;

namespace Atelier.Cli.Homes.Views;

/// <summary>Bytes by their digest, <c>sha256:...</c>.</summary>
internal interface IArtifactView
{
    /// <summary>Their number; null: they are not there.</summary>
    long? GetSize(string digest);

    /// <summary>Where they lie, for people; null: inside something.</summary>
    string? GetPlace(string digest);

    /// <summary>To be disposed of; null: they are not there.</summary>
    Stream? OpenRead(string digest);

    /// <summary>A file of this machine that holds them, for the time of the command; null: they are not there.</summary>
    string? GetFile(Artifact artifact);
}
