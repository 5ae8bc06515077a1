using Atelier.Api.Http;
using Atelier.Api.Paging;
using Atelier.Api.Security;
using Atelier.Api.Workflows;
using Atelier.Hosting.Workflows;
using Atelier.Server.Problems;
using Atelier.Server.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using TemplateFiles = Atelier.Hosting.Templates.WorkflowTemplate;

namespace Atelier.Server.Workflows;

/// <summary><c>/workflows</c>: definitions, their versions, what is wrong with them.</summary>
internal static class WorkflowRoutes
{
    public static void MapWorkflows(this IEndpointRouteBuilder routes)
    {
        var workflows = routes.MapGroup("/workflows").WithTags("Workflows");
        workflows.MapPost("/", CreateAsync).Requires(Scope.Edit).Audited("workflow.create").WithSummary("Register a version: from texts, from a file of the server, or from a template.");
        workflows.MapPost("/validate", Validate).Requires(Scope.Read).ChangesNothing().WithSummary("Check a definition and keep nothing.");
        workflows.MapGet("/templates", Templates).Requires(Scope.Read).WithSummary("Workflows to begin with.");
        workflows.MapGet("/", WorkflowLists.List).Requires(Scope.Read).WithSummary("Workflows by name.");
        workflows.MapGet("/{name}", WorkflowLists.Get).Requires(Scope.Read).WithSummary("A workflow with its newest version.");
        workflows.MapDelete("/{name}", WorkflowLists.HideAsync).Requires(Scope.Edit).Audited("workflow.delete").WithSummary("Leave a workflow out of lists until it is registered again; its versions stay for the runs that have them.");
        workflows.MapGet("/{name}/versions", WorkflowLists.ListVersions).Requires(Scope.Read).WithSummary("Versions, newest first.");
        workflows.MapGet("/{name}/versions/{digest}", GetVersion).Requires(Scope.Read).WithSummary("A version with its texts, inputs and graph.");
        workflows.MapGet("/{name}/diff", Diff).Requires(Scope.Read).WithSummary("How two versions differ.");
    }

    private static async Task<Results<Created<WorkflowVersion>, Refusal>> CreateAsync(CreateWorkflowRequest request, WorkflowReader reader, WorkflowRegistrar registrar)
    {
        if ((request.Sources is null && request.File is null) == (request.Template is null))
        {
            return Refusal.Bad(ServerCodes.BadBody, "`sources`, `file` or `template` says what to register");
        }

        var file = request.Template is { } template ? registrar.Template(template, out var refusal) : reader.Read(request.Sources, request.File, out refusal);
        if (file is null)
        {
            return refusal!;
        }

        if (file.Plan is null)
        {
            return Refusal.Mistaken(ServerCodes.DefinitionMistakes, "the definition has mistakes; nothing was kept", reader.MistakesOf(file.Diagnostics));
        }

        var kept = await registrar.KeepAsync(file, request.Label).ConfigureAwait(false);
        return TypedResults.Created($"{ApiHeaders.Base}/workflows/{Uri.EscapeDataString(kept.Row.Name)}/versions/{kept.Row.Digest}", VersionOf.Row(kept.Row, kept.Plan, reader.MistakesOf(file.Diagnostics)));
    }

    private static Results<Ok<ValidationResponse>, Refusal> Validate(ValidateWorkflowRequest request, WorkflowReader reader) =>
        reader.Read(request.Sources, request.File, out var refusal) is not { } file ? refusal! : TypedResults.Ok(new ValidationResponse
        {
            Valid = file.Plan is not null,
            Name = file.Plan?.Name,
            Mistakes = reader.MistakesOf(file.Diagnostics),
            Inputs = file.Plan is null ? [] : VersionOf.Inputs(file.Plan),
            Graph = file.Plan is null ? null : GraphOf.Plan(file.Plan),
        });

    private static Ok<Page<WorkflowTemplate>> Templates() => TypedResults.Ok(new Page<WorkflowTemplate>
    {
        Items = [.. TemplateFiles.All.Select(static template => new WorkflowTemplate { Name = template.Name, Description = template.Summary, Source = template.Source })],
        Total = TemplateFiles.All.Count,
    });

    private static Results<Ok<WorkflowVersion>, Refusal> GetVersion(string name, string digest, PlanCache plans) =>
        Find(plans, name, digest) is { } found ? TypedResults.Ok(VersionOf.Row(found.Row, found.Plan, [])) : NoVersion(name, digest);

    private static Results<Ok<DiffResponse>, Refusal> Diff(string name, string from, string to, PlanCache plans)
    {
        if (Find(plans, name, from) is not { } before)
        {
            return NoVersion(name, from);
        }

        return Find(plans, name, to) is { } after
            ? TypedResults.Ok(new DiffResponse { From = from, To = to, Files = TextDiff.Of(WorkflowVersions.SentOf(before.Row).Sources, WorkflowVersions.SentOf(after.Row).Sources) })
            : NoVersion(name, to);
    }

    private static PlanCache.Entry? Find(PlanCache plans, string name, string digest) => plans.Find(digest) is { } found && found.Row.Name == name ? found : null;

    private static Refusal NoVersion(string name, string digest) =>
        Refusal.NotFound($"the workflow `{name}` has no version `{digest}`", $"`GET /api/v1/workflows/{Uri.EscapeDataString(name)}/versions` lists them.");
}
