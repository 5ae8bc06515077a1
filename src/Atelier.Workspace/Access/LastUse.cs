namespace Atelier.Workspace.Access;

/// <summary>The last use of a token or session is kept coarsely: a write for each request would cost more than most requests.</summary>
public static class LastUse
{
    /// <summary>How far what is kept may lag behind.</summary>
    public static readonly TimeSpan Grain = TimeSpan.FromMinutes(1);

    /// <summary>Whether a use now is worth a write. A clock that was set back is.</summary>
    public static bool IsDue(DateTimeOffset? kept, DateTimeOffset now) => kept is not { } at || now - at >= Grain || now < at;
}
