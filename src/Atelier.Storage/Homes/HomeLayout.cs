namespace Atelier.Storage.Homes;

/// <summary>Where things lie in a home.</summary>
/// <param name="Folder">Absolute path of the home.</param>
public sealed record HomeLayout(string Folder)
{
    /// <summary>Runs, collections, small artifacts, logs.</summary>
    public string Database => Path.Join(Folder, "atelier.db");

    /// <summary>What people keep around runs: users, tokens, sessions, schedules, the audit log. Readable by its user alone.</summary>
    public string Workspace => Path.Join(Folder, "workspace.db");

    /// <summary>Large artifacts by digest.</summary>
    public string Artifacts => Path.Join(Folder, "artifacts");

    /// <summary>Copies that can be made again.</summary>
    public string Cache => Path.Join(Folder, "cache");

    /// <summary>Private folders of bodies.</summary>
    public string Work => Path.Join(Folder, "work");

    /// <summary>Held by the owner while it lives.</summary>
    public string Lock => Path.Join(Folder, "owner.lock");

    /// <summary>Process id of the last owner.</summary>
    public string Owner => Path.Join(Folder, "owner.pid");

    /// <summary>Where the owner listens.</summary>
    public string Socket => Path.Join(Folder, "owner.sock");

    /// <summary>Key of the secrets, readable by its user alone.</summary>
    public string SecretKey => Path.Join(Folder, "secrets.key");
}
