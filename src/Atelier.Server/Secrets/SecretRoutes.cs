using System.Text.RegularExpressions;
using Atelier.Api.Paging;
using Atelier.Api.Secrets;
using Atelier.Api.Security;
using Atelier.Hosting.Homes;
using Atelier.Hosting.Owners;
using Atelier.Server.Problems;
using Atelier.Server.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Server.Secrets;

/// <summary><c>/secrets</c>: names can be listed, values only be set.</summary>
internal static partial class SecretRoutes
{
    private const int Longest = 64 * 1024;

    public static void MapSecrets(this IEndpointRouteBuilder routes)
    {
        var secrets = routes.MapGroup("/secrets").WithTags("Secrets");
        secrets.MapGet("/", ListAsync).Requires(Scope.Edit).WithSummary("Names of secrets.");
        secrets.MapPut("/{name}", SetAsync).Requires(Scope.Edit).Audited("secret.set").WithSummary("Keep a secret, in place of an earlier one of its name.");
        secrets.MapDelete("/{name}", DeleteAsync).Requires(Scope.Edit).Audited("secret.delete").WithSummary("Forget a secret.");
    }

    private static async Task<Ok<Page<SecretResponse>>> ListAsync(OwnedHome home, CancellationToken cancellationToken)
    {
        var reply = await home.AskAsync(new OwnerRequest.ListSecrets(), cancellationToken).ConfigureAwait(false);
        return TypedResults.Ok(new Page<SecretResponse>
        {
            Items = [.. reply.Secrets!.OrderBy(static secret => secret.Key, StringComparer.Ordinal).Select(static secret => new SecretResponse { Name = secret.Key, Set = DateTimeOffset.FromUnixTimeMilliseconds(secret.Value) })],
            Total = reply.Secrets!.Count,
        });
    }

    private static async Task<Results<NoContent, Refusal>> SetAsync(string name, SetSecretRequest request, OwnedHome home, CancellationToken cancellationToken)
    {
        if (!Name().IsMatch(name))
        {
            return Refusal.Bad(ServerCodes.BadBody, "a secret's name has 1 to 128 letters, digits, dots, dashes and underscores");
        }

        if (request.Value.Length is 0 or > Longest)
        {
            return Refusal.Bad(ServerCodes.BadBody, $"a secret has 1 to {Longest} characters");
        }

        await home.AskAsync(new OwnerRequest.SetSecret(name, request.Value), cancellationToken).ConfigureAwait(false);
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, Refusal>> DeleteAsync(string name, OwnedHome home, CancellationToken cancellationToken) =>
        (await home.AskAsync(new OwnerRequest.RemoveSecret(name), cancellationToken).ConfigureAwait(false)).Done ? TypedResults.NoContent() : Refusal.NotFound($"there is no secret `{name}`");

    [GeneratedRegex(@"^[A-Za-z0-9._-]{1,128}\z")]
    private static partial Regex Name();
}
