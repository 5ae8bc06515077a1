using System.Text.Json;
using System.Text.Json.Serialization;
using Atelier.Engine.Stores;
using Atelier.Hosting.Owners;
using Atelier.Language;
using Atelier.Language.Plans;

namespace Atelier.Hosting.Workflows;

/// <summary>Definitions as runs keep them: written with the run, compiled again from there, whatever has become of the files.</summary>
public sealed class WorkflowVersions(IActionCatalog actions)
{
    /// <summary>The row of a plan.</summary>
    public static WorkflowRow RowOf(WorkflowPlan plan, SentWorkflow sent, TimeProvider time)
    {
        var sources = JsonSerializer.SerializeToUtf8Bytes(sent.Sources, SourcesJson.Default.IReadOnlyDictionaryStringString);
        return new WorkflowRow(plan.Digest, plan.Name, sent.Label, sent.File, sources, time.GetUtcNow().ToUnixTimeMilliseconds());
    }

    /// <summary>The plan of a kept definition.</summary>
    /// <exception cref="StoreException">ATL3104: it does not compile with the actions of this process.</exception>
    public WorkflowPlan Compile(WorkflowRow row) => Compile(SentOf(row));

    /// <summary>The plan of a definition that another process compiled.</summary>
    /// <exception cref="StoreException">ATL3104: it does not compile with the actions of this process.</exception>
    public WorkflowPlan Compile(SentWorkflow sent)
    {
        var options = new CompileOptions { Actions = actions, Resolve = (reference, from) => Resolve(reference, from, sent) };
        var result = WorkflowCompiler.Compile(sent.Sources[string.Empty], sent.File, options);
        return result.Plan
            ?? throw new StoreException(HostingCodes.DefinitionBroken, $"the definition kept of {sent.File} does not compile with this version: {result.Diagnostics[0]}", retry: false);
    }

    /// <summary>What a row keeps.</summary>
    public static SentWorkflow SentOf(WorkflowRow row)
    {
        var sources = JsonSerializer.Deserialize(row.Sources, SourcesJson.Default.IReadOnlyDictionaryStringString)!;
        return new SentWorkflow(row.File ?? row.Name, row.Label, sources);
    }

    internal static ResolvedWorkflow? Resolve(string reference, string? from, SentWorkflow sent)
    {
        var file = WorkflowFile.FileOf(reference, from, sent.File);
        return sent.Sources.TryGetValue(WorkflowFile.NameOf(file, sent.File), out var text) ? new ResolvedWorkflow(text, file) : null;
    }
}

[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
internal sealed partial class SourcesJson : JsonSerializerContext;
