using Atelier.Hosting.Homes;
using Atelier.Hosting.Templates;
using Atelier.Hosting.Workflows;
using Atelier.Server.Files;
using Atelier.Server.Problems;

namespace Atelier.Server.Workflows;

/// <summary>Makes versions: checks a text, keeps it under its digest. The same text again is the same version.</summary>
internal sealed class WorkflowRegistrar(OwnedHome home, PlanCache plans, WorkflowReader reader, FileRoots roots, TimeProvider time)
{
    /// <summary>Keeps what was read without mistakes; durable on return.</summary>
    public async Task<PlanCache.Entry> KeepAsync(WorkflowFile file, string? label)
    {
        var plan = file.Plan!;
        var sent = file.Sent with { Label = label ?? file.Sent.Label ?? time.GetUtcNow().ToString("yyyyMMdd-HHmm"), File = File.Exists(file.Sent.File) ? file.Sent.File : Path.Join(roots.First, $"{plan.Name}.yaml") };
        var row = WorkflowVersions.RowOf(plan, sent, time);
        await home.Engine.MaintainAsync(() =>
        {
            home.Store.SaveWorkflow(row);
            if (home.Queries.FindNewestVersion(row.Name) is { } newest && newest != row.Digest)
            {
                home.Store.RenewWorkflow(row.Digest, Math.Max(row.At, home.Store.FindWorkflow(newest)!.At + 1));
            }

            return true;
        }).ConfigureAwait(false);
        await home.Workspace.Hidden.ShowAsync(plan.Name).ConfigureAwait(false);
        return plans.Find(plan.Digest)!;
    }

    /// <summary>Writes a template's files into a new folder of the first root and reads its workflow; null with the refusal where there is none of the name.</summary>
    public WorkflowFile? Template(string name, out Refusal? refusal)
    {
        refusal = null;
        if (WorkflowTemplate.All.FirstOrDefault(template => template.Name == name) is not { } template)
        {
            refusal = Refusal.NotFound($"there is no template `{name}`", $"There are {string.Join(", ", WorkflowTemplate.All.Select(static template => template.Name))}.");
            return null;
        }

        try
        {
            var folder = NewFolder(template.Name);
            template.WriteTo(folder);
            return reader.Read(null, Path.Join(folder, "workflow.yaml"), out refusal);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            refusal = Refusal.Conflict(ServerCodes.OutsideRoots, $"the template's files cannot be written to {roots.First}: {exception.Message}");
            return null;
        }
    }

    private string NewFolder(string name)
    {
        for (var number = 1; ; number++)
        {
            var folder = Path.Join(roots.First, number == 1 ? name : $"{name}-{number}");
            if (!Path.Exists(folder))
            {
                Directory.CreateDirectory(folder);
                return folder;
            }
        }
    }
}
