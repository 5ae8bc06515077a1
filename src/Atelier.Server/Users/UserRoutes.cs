using Atelier.Api.Http;
using Atelier.Api.Paging;
using Atelier.Api.Security;
using Atelier.Api.Users;
using Atelier.Hosting.Homes;
using Atelier.Server.Problems;
using Atelier.Server.Security;
using Atelier.Workspace;
using Atelier.Workspace.Users;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Server.Users;

/// <summary><c>/users</c>: who may sign in.</summary>
internal static class UserRoutes
{
    public static void MapUsers(this IEndpointRouteBuilder routes)
    {
        var users = routes.MapGroup("/users").WithTags("Users");
        users.MapGet("/", List).Requires(Scope.Admin).WithSummary("Who may sign in, by name.");
        users.MapPost("/", CreateAsync).Requires(Scope.Admin).Audited("user.create").WithSummary("Add a user; without a password the server makes one and answers it once.");
        users.MapPatch("/{id}", UpdateAsync).Requires(Scope.Admin).Audited("user.update").WithSummary("Change name, role, or whether a user may sign in; or make a new password.");
        users.MapDelete("/{id}", DeleteAsync).Requires(Scope.Admin).Audited("user.delete").WithSummary("Remove a user with all sessions and tokens.");
    }

    private static Results<Ok<Page<UserResponse>>, Refusal> List(OwnedHome home, string? after = null, int limit = Paging.Standard)
    {
        if (Paging.Problem(limit) is { } refusal)
        {
            return refusal;
        }

        var all = home.Workspace.Users.List();
        var page = all.Where(user => after is null || string.Compare(user.Name, after, StringComparison.OrdinalIgnoreCase) > 0).Take(limit + 1).ToList();
        return TypedResults.Ok(new Page<UserResponse>
        {
            Items = [.. page.Take(limit).Select(Response)],
            Next = page.Count > limit ? page[limit - 1].Name : null,
            Total = all.Count,
        });
    }

    private static async Task<Results<Created<CreatedUserResponse>, Refusal>> CreateAsync(CreateUserRequest request, HttpContext context, UserDesk desk)
    {
        if (RoleOf(request.Role) is not { } role)
        {
            return NoRole(request.Role);
        }

        AuditNote.Of(context)?.On(request.Name).With("role", request.Role);
        var added = await desk.AddAsync(request.Name, request.DisplayName, role, request.Password).ConfigureAwait(false);
        return added.Done ? TypedResults.Created($"{ApiHeaders.Base}/users/{added.Value.User.Id}", Response(added.Value)) : added.Refusal.ToProblem();
    }

    private static async Task<Results<Ok<CreatedUserResponse>, Refusal>> UpdateAsync(string id, UpdateUserRequest request, HttpContext context, OwnedHome home, UserDesk desk)
    {
        if (Find(home, id) is not { } user)
        {
            return NoUser(id);
        }

        var role = request.Role is null ? null : RoleOf(request.Role);
        if (request.Role is not null && role is null)
        {
            return NoRole(request.Role);
        }

        AuditNote.Of(context)?.On(user.Name).With("role", request.Role).With("disabled", request.Disabled).With("display_name", request.DisplayName).With("reset", request.ResetPassword ? true : null);
        var changed = await desk.ChangeAsync(user.Id, request.DisplayName, role, request.Disabled).ConfigureAwait(false);
        if (!changed.Done)
        {
            return changed.Refusal.ToProblem();
        }

        if (!request.ResetPassword)
        {
            return TypedResults.Ok(new CreatedUserResponse { User = Response(changed.Value) });
        }

        var reset = await desk.SetPasswordAsync(user.Id, null).ConfigureAwait(false);
        return reset.Done ? TypedResults.Ok(Response(reset.Value)) : reset.Refusal.ToProblem();
    }

    private static async Task<Results<NoContent, Refusal>> DeleteAsync(string id, HttpContext context, OwnedHome home, UserDesk desk)
    {
        if (Find(home, id) is not { } user)
        {
            return NoUser(id);
        }

        AuditNote.Of(context)?.On(user.Name);
        var removed = await desk.RemoveAsync(user.Id).ConfigureAwait(false);
        return removed.Done ? TypedResults.NoContent() : removed.Refusal.ToProblem();
    }

    private static User? Find(OwnedHome home, string id) => UserId.TryParse(id, out var user) ? home.Workspace.Users.Find(user) : null;

    private static Role? RoleOf(string word) => Enum.GetValues<Role>().Cast<Role?>().FirstOrDefault(role => role!.Value.ToString().ToLowerInvariant() == word);

    private static CreatedUserResponse Response(AddedUser added) => new() { User = Response(added.User), Password = added.GeneratedPassword };

    private static UserResponse Response(User user) => new()
    {
        Id = user.Id.ToString(),
        Name = user.Name,
        DisplayName = user.DisplayName,
        Role = user.Role.ToString().ToLowerInvariant(),
        Created = user.Created,
        Disabled = user.Disabled is not null,
        LastSeen = user.LastSeen,
    };

    private static Refusal NoUser(string id) => Refusal.Of(StatusCodes.Status404NotFound, WorkspaceCodes.NoSuchUser, $"there is no user `{id}`", "`GET /api/v1/users` lists them.");

    private static Refusal NoRole(string word) => Refusal.Bad(ServerCodes.BadBody, $"`{word}` is no role", "Roles are viewer, operator, editor and admin.");
}
