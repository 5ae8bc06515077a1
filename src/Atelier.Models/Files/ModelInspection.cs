using System.Collections.Concurrent;
using System.Text.Json;
using Atelier.Models.Registry;
using Atelier.Sdk;
using Atelier.Sdk.Models;

namespace Atelier.Models.Files;

/// <summary>Looks at a model's files: what kind it is, its digest, what it will weigh. Loads nothing.</summary>
internal sealed class ModelInspection(DigestMemory digests)
{
    // A step that asks for the same model for each of a million items must not walk its folder each time. What changed under a running process is
    // noticed by its next look after this; a digest that changed in between would end in the same host anyway.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    /// <summary>Each run of a workflow that brings models along has definitions of its own.</summary>
    private const int MostLooks = 1_000;

    private readonly ConcurrentDictionary<ModelDefinition, (TimeSpan At, Task<ModelAnswer<KnownModel>> Look)> _looks = new();

    /// <summary>Looks, or tells what was seen a moment ago.</summary>
    /// <param name="definition">The model.</param>
    /// <param name="now">Time that has passed since any fixed moment.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async ValueTask<ModelAnswer<KnownModel>> LookAsync(ModelDefinition definition, TimeSpan now, CancellationToken cancellationToken)
    {
        if (!_looks.TryGetValue(definition, out var last) || now - last.At > Fresh)
        {
            if (_looks.Count >= MostLooks)
            {
                _looks.Clear();
            }

            last = (now, Task.Run(() => SeeAsync(definition), CancellationToken.None));
            _looks[definition] = last;
        }

        return await last.Look.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<ModelAnswer<KnownModel>> SeeAsync(ModelDefinition definition)
    {
        if (definition.Source is ModelSource.Server server)
        {
            var digest = ModelDigest.OfText($"{server.Address} {definition.ServerModel ?? server.Model ?? definition.Name}");
            return new KnownModel(definition, definition.Kind ?? ModelKind.Openai, digest, string.Empty, 0, null);
        }

        if (Missing(definition) is { } missing)
        {
            return missing;
        }

        var folder = definition.Source.LocalFolder!;
        try
        {
            var config = definition.Source is ModelSource.OnnxFile ? ModelConfig.None : ModelConfig.Read(folder);
            if ((definition.Kind ?? config.Kind) is not { } kind)
            {
                var said = config.ModelType is null ? "its config.json names no `model_type`" : $"its config.json says `model_type: {config.ModelType}`, which no kind is known for";
                return Permanent(RegistryCodes.UnknownKind, definition, $"{said}. Write `kind:` beside it: {string.Join(", ", KindNames.All)}");
            }

            var files = ModelFiles.Of(folder, (definition.Source as ModelSource.OnnxFile)?.Path);
            var bytes = definition.Source is ModelSource.OnnxFile ? files.Files.Sum(static file => file.Bytes) : WeightFiles.Bytes(files.Files, kind, definition.Options);
            if (bytes == 0)
            {
                return Permanent(RegistryCodes.NoFiles, definition, $"`{folder}` holds no .onnx file with anything in it");
            }

            var digest = await ModelDigest.OfAsync(files, digests, CancellationToken.None).ConfigureAwait(false);
            return new KnownModel(definition, kind, digest, folder, bytes, definition.Labels ?? config.Labels) { Terms = config.Terms };
        }
        catch (JsonException exception)
        {
            return Permanent(RegistryCodes.Unreadable, definition, $"`{Path.Join(folder, "config.json")}` is no JSON: {exception.Message}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Permanent(RegistryCodes.Unreadable, definition, $"its files cannot be read: {exception.Message}");
        }
    }

    private static StepFailure? Missing(ModelDefinition definition) => definition.Source switch
    {
        ModelSource.Hub hub when !Directory.Exists(hub.Path) => Permanent(RegistryCodes.NoFiles, definition, $"`{hub.Id}` has not been fetched. Run `atelier models pull {hub.Id}`"),
        ModelSource.Folder folder when !Directory.Exists(folder.Path) => Permanent(RegistryCodes.NoFiles, definition, $"there is no folder `{folder.Path}`"),
        ModelSource.OnnxFile file when !File.Exists(file.Path) => Permanent(RegistryCodes.NoFiles, definition, $"there is no file `{file.Path}`"),
        _ => null,
    };

    private static StepFailure Permanent(string code, ModelDefinition definition, string sentence) =>
        StepFailure.Permanent(code, $"model `{definition.Name}` ({definition.Where}): {sentence}.");
}
