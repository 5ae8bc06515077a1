using Atelier.Server.Problems;

namespace Atelier.Server.Security;

/// <summary>Refuses requests for names that are not this server's: a stranger's name that leads here (DNS rebinding) would make their page one of this server.</summary>
internal sealed class HostCheck(RequestDelegate next, ServerOptions options)
{
    private readonly ServedNames _names = ServedNames.Of(options, Environment.MachineName);

    public Task InvokeAsync(HttpContext context) => _names.Has(context.Request.Host.Host)
        ? next(context)
        : Refusal.Of(StatusCodes.Status421MisdirectedRequest, ServerCodes.ForeignHost, "this server has another name", "Open the address it was started with, or start it with `--public-url`.").ExecuteAsync(context);
}
