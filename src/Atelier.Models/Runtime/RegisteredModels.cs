using Atelier.Models.Files;
using Atelier.Models.Registry;

namespace Atelier.Models.Runtime;

/// <summary>What the registry of a home and the models that come along have under each name.</summary>
public static class RegisteredModels
{
    /// <summary>All names, in order. Files that are new are read once for their digests.</summary>
    public static async Task<IReadOnlyList<RegisteredModel>> AllAsync(ModelRuntime runtime, CancellationToken cancellationToken)
    {
        var models = new List<RegisteredModel>();
        foreach (var name in runtime.Home.Names)
        {
            models.Add((await FindAsync(runtime, name, cancellationToken).ConfigureAwait(false))!);
        }

        return models;
    }

    /// <summary>One; null: neither has the name.</summary>
    public static async Task<RegisteredModel?> FindAsync(ModelRuntime runtime, string name, CancellationToken cancellationToken)
    {
        var isOwn = runtime.Registry.Current.Models.TryGetValue(name, out var definition);
        if (!isOwn && !runtime.BuiltIn.Models.TryGetValue(name, out definition))
        {
            return null;
        }

        var seen = await runtime.LookAsync(definition!, cancellationToken).ConfigureAwait(false);
        var files = FilesOf(definition!);
        return seen.TryGet(out var known, out var failure)
            ? new RegisteredModel(definition!, !isOwn, files, runtime.Check(known), null)
            : new RegisteredModel(definition!, !isOwn, files, null, failure);
    }

    private static IReadOnlyList<ModelFile> FilesOf(ModelDefinition definition)
    {
        try
        {
            return definition.Source.LocalFolder is { } folder ? ModelFiles.Of(folder, (definition.Source as ModelSource.OnnxFile)?.Path).Files : [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
