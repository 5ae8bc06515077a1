using Atelier.Workspace.Users;

namespace Atelier.Workspace.Sessions;

/// <summary>A session before the store gave a number.</summary>
public sealed record NewSession(UserId User, DateTimeOffset Created, string Address, string Agent);
