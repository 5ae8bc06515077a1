using Atelier.Server.Problems;
using Atelier.Server.Security;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace Atelier.Server.Ui;

/// <summary>The built screens: files whose name holds their digest are kept for ever, the page itself is asked for each time.</summary>
internal static class UiFiles
{
    private const string Page = "index.html";
    private const string Assets = "/assets/";

    /// <summary>Serves the files. Stands before routing, which would take each of them for a deep link.</summary>
    public static void UseUiFiles(this WebApplication web, ServerOptions options)
    {
        if (FolderOf(options) is not { } folder)
        {
            return;
        }

        web.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(folder),
            ContentTypeProvider = new FileExtensionContentTypeProvider(),
            OnPrepareResponse = static served => served.Context.Response.Headers.CacheControl =
                served.Context.Request.Path.StartsWithSegments(Assets.TrimEnd('/')) ? "public, max-age=31536000, immutable" : "no-cache",
        });
    }

    public static void MapUi(this WebApplication web, ServerOptions options)
    {
        if (FolderOf(options) is not { } folder)
        {
            web.MapGet("/", static () => TypedResults.Text("The API is at /api/v1 and described by /openapi/v1.json. The screens are not built: start the server with `./atelier serve`.")).Public().ExcludeFromDescription();
            return;
        }

        var files = new PhysicalFileProvider(folder);

        // Deep links are the page's own to read; what asks for the API never gets the page.
        web.MapFallback("{**path}", context => context.Request.Path.StartsWithSegments("/api") || context.Request.Path.StartsWithSegments("/openapi") || context.Request.Path.StartsWithSegments("/assets")
            ? Refusal.Of(StatusCodes.Status404NotFound, ServerCodes.NoRoute, "there is no such address", "`/openapi/v1.json` lists what there is.").ExecuteAsync(context)
            : SendPageAsync(context, files)).Public().ExcludeFromDescription();
    }

    private static string? FolderOf(ServerOptions options) => options.UiFolder is { } folder && File.Exists(Path.Join(folder, Page)) ? Path.GetFullPath(folder) : null;

    private static Task SendPageAsync(HttpContext context, PhysicalFileProvider files)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-cache";
        return context.Response.SendFileAsync(files.GetFileInfo(Page), context.RequestAborted);
    }
}
