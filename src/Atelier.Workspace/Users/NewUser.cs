using Atelier.Api.Security;

namespace Atelier.Workspace.Users;

/// <summary>A user before the store gave a number.</summary>
public sealed record NewUser(string Name, string DisplayName, Role Role, DateTimeOffset Created, bool MustChangePassword = false);
