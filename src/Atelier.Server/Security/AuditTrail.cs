using System.Diagnostics.CodeAnalysis;
using Atelier.Hosting.Homes;
using Atelier.Workspace.Audit;

namespace Atelier.Server.Security;

/// <summary>
/// Leaves one entry in the audit log for every request to a route that says <see cref="RouteRules.Audited"/>, done, refused or failed. The entry is durable before the
/// answer leaves.
/// </summary>
internal sealed partial class AuditTrail(RequestDelegate next, OwnedHome home, ServerOptions options, TimeProvider time, ILogger<AuditTrail> logger)
{
    // What proxies say when nobody waited for an answer.
    private const int ClientLeft = 499;
    private const int LongestText = 300;

    public async Task InvokeAsync(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        var note = new AuditNote();
        context.Features.Set(note);
        context.Response.OnStarting(() => RecordAsync(context, note));
        try
        {
            await next(context).ConfigureAwait(false);
        }
        finally
        {
            await RecordAsync(context, note).ConfigureAwait(false);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "What was done is done: a log that cannot be written must not turn the answer into another one.")]
    private async Task RecordAsync(HttpContext context, AuditNote note)
    {
        if (note.Settled || context.GetEndpoint()?.Metadata.GetMetadata<AuditedAction>() is not { } action)
        {
            return;
        }

        var left = !context.Response.HasStarted && context.RequestAborted.IsCancellationRequested && context.Response.StatusCode < StatusCodes.Status400BadRequest;
        var status = left ? ClientLeft : context.Response.StatusCode;
        note.Settled = true;
        if (note.OnlyRefusals && status < StatusCodes.Status400BadRequest)
        {
            return;
        }

        try
        {
            await home.Workspace.Audit.AddAsync(new NewAuditEntry
            {
                At = time.GetUtcNow(),
                Actor = Identity.Of(context)?.Actor ?? AuditActor.Nobody,
                Address = ClientAddress.Of(context, options).ToString(),
                Action = action.Name,
                Target = Cut(note.Target ?? Named(context)),
                Outcome = status < 400 ? AuditOutcome.Done : status < 500 ? AuditOutcome.Refused : AuditOutcome.Failed,
                Status = status,
                Detail = note.Detail,
                RequestId = context.TraceIdentifier,
            }).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            NotWritten(logger, action.Name, context.TraceIdentifier, exception);
        }
    }

    // Texts of strangers, such as the name of a run that does not exist, are kept short.
    private static string? Cut(string? text) => text is { Length: > LongestText } ? text[..LongestText] : text;

    private static string? Named(HttpContext context)
    {
        if (context.Response.StatusCode == StatusCodes.Status201Created && context.Response.Headers.Location.ToString() is { Length: > 0 } location)
        {
            return Uri.UnescapeDataString(location[(location.LastIndexOf('/') + 1)..]);
        }

        var values = context.Request.RouteValues.Where(static pair => pair.Value is string { Length: > 0 }).Select(static pair => (string)pair.Value!).ToList();
        return values.Count == 0 ? null : string.Join('/', values);
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "The audit log could not be written for {Action} ({Request})")]
    private static partial void NotWritten(ILogger logger, string action, string request, Exception exception);
}
