using Atelier.Workspace.Users;

namespace Atelier.Workspace.Hiding;

/// <summary>A workflow that lists leave out. Its versions and runs stay, and it can be shown again.</summary>
public sealed record HiddenWorkflow(string Name, DateTimeOffset At, UserId? By);
