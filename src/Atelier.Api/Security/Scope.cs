namespace Atelier.Api.Security;

/// <summary>What a request may do. Each role has those of the roles before it: viewer, operator, editor, admin.</summary>
[Flags]
public enum Scope
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Look at everything but users, audit and the names of secrets. Viewers.</summary>
    Read = 1,

    /// <summary>Start and steer runs, answer questions, load models, upload. Operators.</summary>
    Run = 2,

    /// <summary>Run steps for the server, as a worker. Operators.</summary>
    Work = 4,

    /// <summary>Workflows, schedules, secrets; removing runs. Editors.</summary>
    Edit = 8,

    /// <summary>Users, everybody's tokens, audit, storage. Admins.</summary>
    Admin = 16,
}
