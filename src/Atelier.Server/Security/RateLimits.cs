using System.Threading.RateLimiting;
using Atelier.Server.Problems;
using Atelier.Workspace.Throttling;

namespace Atelier.Server.Security;

/// <summary>
/// Holds back who asks faster than anybody needs: a share for each identity, and for each address of those who are not signed in. Refused requests are not audited,
/// so that nobody fills the disk with refusals.
/// </summary>
internal sealed class RateLimits : IDisposable
{
    private readonly RequestDelegate _next;
    private readonly ServerOptions _options;
    private readonly PartitionedRateLimiter<HttpContext> _limiter;

    public RateLimits(RequestDelegate next, ServerOptions options)
    {
        _next = next;
        _options = options;
        _limiter = PartitionedRateLimiter.Create<HttpContext, string>(PartitionOf);
    }

    public async Task InvokeAsync(HttpContext context)
    {
        // Pages, their files and the probes of a supervisor are no requests that cost anything.
        if (context.GetEndpoint()?.Metadata.GetMetadata<RequiredScope>() is null || !context.Request.Path.StartsWithSegments("/api"))
        {
            await _next(context).ConfigureAwait(false);
            return;
        }

        using var lease = _limiter.AttemptAcquire(context);
        if (lease.IsAcquired)
        {
            await _next(context).ConfigureAwait(false);
            return;
        }

        AuditNote.Of(context)?.LeaveOut();
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? (int)Math.Ceiling(after.TotalSeconds) : 1;
        var refusal = Refusal.TooMany(ServerCodes.TooMany, "these are more requests than anybody needs", "Ask less often, or for more at once.", Math.Max(1, wait));
        await refusal.ExecuteAsync(context).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public void Dispose() => _limiter.Dispose();

    private RateLimitPartition<string> PartitionOf(HttpContext context)
    {
        var identity = Identity.Of(context);
        var (key, rate) = identity switch
        {
            null => ($"address {AddressKey.Of(ClientAddress.Of(context, _options))}", _options.RequestsOfNobody),
            { Caller: null } => ("start", _options.RequestsOfPrograms),
            { Caller.Token: { } token } => (token.Id.ToString(), _options.RequestsOfPrograms),
            { Caller.User: var user } => (user.Id.ToString(), _options.RequestsOfPeople),
        };
        return RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = rate * 3,
            TokensPerPeriod = Math.Max(1, rate / 10),
            ReplenishmentPeriod = TimeSpan.FromMilliseconds(100),
            QueueLimit = 0,
        });
    }
}
