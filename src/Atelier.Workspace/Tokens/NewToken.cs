using Atelier.Api.Security;
using Atelier.Workspace.Users;

namespace Atelier.Workspace.Tokens;

/// <summary>A token before the store gave a number.</summary>
public sealed record NewToken(UserId Owner, string Name, Scope Scopes, DateTimeOffset Created, DateTimeOffset? Expires);
