using Atelier.Api.Artifacts;
using Atelier.Api.Http;
using Atelier.Api.Paging;
using Atelier.Api.Problems;
using Atelier.Api.Security;
using Atelier.Hosting.Artifacts;
using Atelier.Hosting.Homes;
using Atelier.Sdk;
using Atelier.Server.Problems;
using Atelier.Server.Runs;
using Atelier.Server.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Scope = Atelier.Api.Security.Scope;

namespace Atelier.Server.Artifacts;

/// <summary><c>/artifacts</c>: bytes by digest, small pictures of them, and bytes that people send.</summary>
internal static class ArtifactRoutes
{
    /// <summary>Bytes of an upload.</summary>
    public const long MostBytes = 5L << 30;

    public static void MapArtifacts(this IEndpointRouteBuilder routes)
    {
        var artifacts = routes.MapGroup("/artifacts").WithTags("Artifacts");
        artifacts.MapMethods("/{digest}", [HttpMethods.Get, HttpMethods.Head], GetAsync).Requires(Scope.Read).WithSummary("Bytes, by ranges; with `size` a small picture of them.")
            .Produces<byte[]>(StatusCodes.Status200OK, MediaTypes.Unknown).Produces<byte[]>(StatusCodes.Status206PartialContent, MediaTypes.Unknown).Produces<Problem>(StatusCodes.Status404NotFound, Refusal.ContentType);
        artifacts.MapPost("/", ReceiveAsync).Requires(Scope.Run).Audited("artifact.upload").WithMetadata(new RequestSizeLimitAttribute(MostBytes)).WithSummary("Keep bytes; runs take them as inputs by their digest.")
            .Accepts<byte[]>("*/*");
        routes.MapGet("/runs/{run}/artifacts", ListAsync).Requires(Scope.Read).WithTags("Artifacts").WithSummary("Artifacts that a run's outcomes refer to.");
    }

    private static async Task<IResult> GetAsync(string digest, HttpContext context, OwnedHome home, CancellationToken cancellationToken, string? name = null, string? type = null, bool download = false, int? size = null)
    {
        if (size is { } edge)
        {
            return Thumbnails.Sizes.Contains(edge)
                ? await ThumbnailAsync(digest, edge, context, home, cancellationToken).ConfigureAwait(false)
                : Refusal.Bad(ServerCodes.BadQuery, $"`size` is one of {string.Join(", ", Thumbnails.Sizes)}, not {edge}");
        }

        if (await home.Contents.OpenAsync(digest, cancellationToken).ConfigureAwait(false) is not { } artifact)
        {
            return Unknown(digest);
        }

        var kind = ContentRules.TypeOf(artifact, type);
        ContentRules.Apply(context.Response, kind, name, download);
        return TypedResults.Stream(artifact.Content, kind == "text/plain" ? "text/plain; charset=utf-8" : kind, entityTag: new EntityTagHeaderValue($"\"{digest}\""), enableRangeProcessing: true);
    }

    private static async Task<IResult> ThumbnailAsync(string digest, int size, HttpContext context, OwnedHome home, CancellationToken cancellationToken)
    {
        if (!HomeArtifacts.IsDigest(digest))
        {
            return Unknown(digest);
        }

        var made = await home.Thumbnails.GetAsync(digest, size, stop => home.Contents.FindPathAsync(digest, stop), cancellationToken).ConfigureAwait(false);
        if (made.Path is { } path)
        {
            ContentRules.Apply(context.Response, "image/webp", null, download: false);
            return TypedResults.PhysicalFile(path, "image/webp", entityTag: new EntityTagHeaderValue($"\"{digest}-{size}\""));
        }

        return made.Failure switch
        {
            null => Unknown(digest),
            { Kind: FailureKind.Permanent } broken => Refusal.Of(StatusCodes.Status422UnprocessableEntity, ServerCodes.NoPicture, $"there is no picture of it: {broken.Message}"),
            var down => Refusal.Of(StatusCodes.Status503ServiceUnavailable, ServerCodes.NoPictureNow, $"pictures cannot be made at present: {down.Message}", "Try again in a while; `atelier doctor` looks at the media host."),
        };
    }

    private static async Task<Results<Created<ArtifactResponse>, Refusal>> ReceiveAsync(HttpRequest request, OwnedHome home, CancellationToken cancellationToken, string? name = null)
    {
        if (request.ContentLength is 0)
        {
            return Refusal.Bad(ServerCodes.BadBody, "the body holds the bytes to keep, and there are none");
        }

        var type = MediaTypeHeaderValue.TryParse(request.ContentType, out var said) && said.MediaType.HasValue ? said.MediaType.Value! : MediaTypes.Unknown;
        var artifact = await home.Contents.ReceiveAsync(request.Body, type, ContentRules.NameOf(name), cancellationToken).ConfigureAwait(false);
        return TypedResults.Created($"{ApiHeaders.Base}/artifacts/{artifact.Digest}", new ArtifactResponse { Digest = artifact.Digest, MediaType = artifact.MediaType, Name = artifact.Name, Size = artifact.Size });
    }

    private static async Task<Results<Ok<Page<ArtifactResponse>>, Refusal>> ListAsync(string run, RunReader runs, OwnedHome home, CancellationToken cancellationToken, string? after = null, int limit = Paging.Standard)
    {
        if (Paging.Problem(limit) is { } problem)
        {
            return problem;
        }

        if (runs.Find(run) is not { } row)
        {
            return Refusal.NoRun(run);
        }

        if (after is not null && !HomeArtifacts.IsDigest(after))
        {
            return Refusal.Bad(ServerCodes.BadQuery, "`after` is the `next` of a page before");
        }

        var digests = home.Queries.ListArtifacts(row.Run, after, limit);
        var found = new List<ArtifactResponse>();
        foreach (var digest in digests)
        {
            if (await home.Contents.OpenAsync(digest, cancellationToken).ConfigureAwait(false) is { } artifact)
            {
                await using (artifact.ConfigureAwait(false))
                {
                    found.Add(new ArtifactResponse { Digest = digest, MediaType = ContentRules.TypeOf(artifact, null), Size = artifact.Size });
                }
            }
        }

        return TypedResults.Ok(new Page<ArtifactResponse> { Items = found, Next = digests.Count == limit ? digests[^1] : null });
    }

    private static Refusal Unknown(string digest) => Refusal.NotFound($"there is no artifact `{digest}` in this home", "It may have been removed: run the step that made it again.");
}
