using Atelier.Sdk.Models;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Atelier.Models.Registry;

/// <summary>
/// Reads registries strictly: every mistake with its place, none only the first. The same text shape serves the home's <c>models.yaml</c> and a workflow.
/// <code>
/// memory_limit: 6GB
/// models:
///   clip: { source: hub:Xenova/clip-vit-base-patch32, batch_size: 8 }
///   faces: { kind: onnx, source: ./faces.onnx, options: { size: [640, 480] } }
/// </code>
/// </summary>
public sealed class RegistryReader
{
    private static readonly string[] HomeKeys = ["models", "memory_limit", "gpu_memory_limit", "idle", "max_memory_wait", "window"];

    private readonly List<RegistryMistake> _mistakes = [];
    private readonly string _file;
    private readonly string _baseFolder;
    private readonly string _hubFolder;
    private string? _model;

    private RegistryReader(string file, string baseFolder, string hubFolder)
    {
        _file = file;
        _baseFolder = baseFolder;
        _hubFolder = hubFolder;
    }

    /// <summary>Reads a home's registry.</summary>
    /// <param name="text">YAML or JSON.</param>
    /// <param name="file">What mistakes call it.</param>
    /// <param name="baseFolder">Where relative sources start.</param>
    /// <param name="hubFolder">Where pulled models lie.</param>
    public static ModelRegistry Read(string text, string file, string baseFolder, string hubFolder)
    {
        var reader = new RegistryReader(file, baseFolder, hubFolder);
        return reader.Root(text) is { } root ? reader.Home(root) : ModelRegistry.Empty with { Mistakes = reader._mistakes };
    }

    /// <summary>Reads one model that a workflow brings along.</summary>
    /// <param name="name">As steps write it.</param>
    /// <param name="definition">The map under the name, YAML or JSON.</param>
    /// <param name="where">Where it is written: <c>file:line:column</c>.</param>
    /// <param name="baseFolder">Where relative sources start.</param>
    /// <param name="hubFolder">Where pulled models lie.</param>
    public static (ModelDefinition? Model, IReadOnlyList<RegistryMistake> Mistakes) ReadModel(string name, string definition, string where, string baseFolder, string hubFolder)
    {
        var reader = new RegistryReader(where, baseFolder, hubFolder);
        reader._model = name;
        var model = reader.Root(definition) is { } root ? reader.Model(name, root, root) : null;
        return reader._mistakes.Count == 0 && model is not null ? (model with { Where = where }, []) : (null, reader._mistakes);
    }

    private YamlMappingNode? Root(string text)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            switch (stream.Documents.FirstOrDefault()?.RootNode)
            {
                case YamlMappingNode map:
                    return map;
                case null:
                    return null;
                case var other:
                    Add(RegistryCodes.NoYaml, other.Start, "a registry is a map with the key `models`");
                    return null;
            }
        }
        catch (YamlException exception)
        {
            Add(RegistryCodes.NoYaml, exception.Start, $"this is no YAML: {exception.Message}");
            return null;
        }
        catch (ArgumentException exception)
        {
            // Where a key is missing, the parser stumbles without telling where.
            Add(RegistryCodes.NoYaml, new Mark(0, 1, 1), $"this is no YAML: {exception.Message}");
            return null;
        }
    }

    private ModelRegistry Home(YamlMappingNode root)
    {
        IReadOnlyDictionary<string, ModelDefinition> models = ModelRegistry.Empty.Models;
        var limits = new MemoryLimits();
        foreach (var (key, value) in root.Children)
        {
            var entry = new EntryValue(key.ToString(), value, this);
            switch (entry.Key)
            {
                case "models":
                    models = Models(value);
                    break;
                case "memory_limit":
                    limits = limits with { Memory = entry.Size() };
                    break;
                case "gpu_memory_limit":
                    limits = limits with { GpuMemory = entry.Size() };
                    break;
                case "idle":
                    limits = limits with { Idle = entry.Time() ?? limits.Idle };
                    break;
                case "max_memory_wait":
                    limits = limits with { MaxWait = entry.Time() ?? limits.MaxWait };
                    break;
                case "window":
                    limits = limits with { Window = entry.Time() };
                    break;
                default:
                    Add(RegistryCodes.WrongEntry, key.Start, $"`{entry.Key}` is no key of a registry.{NearName.Hint(entry.Key, HomeKeys)}");
                    break;
            }
        }

        return new ModelRegistry(models, limits, _mistakes);
    }

    private IReadOnlyDictionary<string, ModelDefinition> Models(YamlNode node)
    {
        var models = new Dictionary<string, ModelDefinition>(StringComparer.Ordinal);
        if (node is not YamlMappingNode map)
        {
            if (node is not YamlScalarNode { Value: "" or null })
            {
                Add(RegistryCodes.WrongEntry, node.Start, "`models` is a map of names to models");
            }

            return models;
        }

        foreach (var (key, value) in map.Children)
        {
            var before = _mistakes.Count;
            _model = key.ToString();
            var model = Model(_model, key, value);
            _model = null;
            if (model is not null && _mistakes.Count == before)
            {
                models[model.Name] = model;
            }
        }

        return models;
    }

    private ModelDefinition? Model(string name, YamlNode at, YamlNode node)
    {
        if (node is YamlScalarNode { Value: { Length: > 0 } source })
        {
            // `clip: ./models/clip` says all that most need.
            node = new YamlMappingNode(new YamlScalarNode("source"), new YamlScalarNode(source));
        }

        if (node is not YamlMappingNode map)
        {
            Add(RegistryCodes.WrongEntry, node.Start, $"model `{name}` is a source or a map with the key `source`");
            return null;
        }

        if (!map.Children.TryGetValue("source", out var written) || written is not YamlScalarNode { Value: { Length: > 0 } text })
        {
            Add(RegistryCodes.WrongEntry, at.Start, $"model `{name}` has no `source`: a folder, `hub:ID`, a file `.onnx`, or the address of an OpenAI-compatible server");
            return null;
        }

        if (ModelSource.IsBrokenHub(text))
        {
            Add(RegistryCodes.WrongEntry, written.Start, $"`{text}` is no model of a hub; such a model is called hub:OWNER/NAME, of letters, digits, `.`, `_` and `-`");
            return null;
        }

        var definition = new ModelDefinition
        {
            Name = name,
            Source = ModelSource.Parse(text, _baseFolder, _hubFolder),
            Where = $"{_file}:{at.Start.Line}:{at.Start.Column}",
        };
        foreach (var (key, value) in map.Children)
        {
            definition = ModelKeys.Apply(definition, new EntryValue(key.ToString(), value, this), key.Start);
        }

        return definition.Kind is null ? definition with
        {
            Kind = definition.Source switch
            {
                ModelSource.Server => ModelKind.Openai,
                ModelSource.OnnxFile => ModelKind.Onnx,
                _ => null,
            },
        } : definition;
    }

    internal void Add(string code, Mark at, string message) => _mistakes.Add(new RegistryMistake(code, _file, (int)at.Line, (int)at.Column, message) { Model = _model });
}
