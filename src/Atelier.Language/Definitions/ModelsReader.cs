using System.Collections.Immutable;
using System.Text;
using Atelier.Language.Plans;
using Atelier.Language.Validation;
using Atelier.Language.Yaml;
using Atelier.Sdk;

namespace Atelier.Language.Definitions;

/// <summary>Reads the workflow's <c>models</c>, <c>model_limits</c> and <c>budget</c>.</summary>
internal static class ModelsReader
{
    private static readonly string[] Kinds =
        ["clip", "siglip", "rt-detr", "sam2", "nima", "token-classification", "feature-extraction", "vlm", "text-generation", "onnx", "openai"];

    private static readonly string[] Keys =
        ["kind", "source", "model", "device", "memory", "threads", "batch_size", "max_wait", "timeout", "idle", "pin", "preload", "options", "labels", "api_key", "prices", "limits", "description"];

    public static ImmutableArray<ModelPlan> Models(YamlNode? node, DiagnosticBag diagnostics)
    {
        if (node is null || MapReader.Of(node, "`models`", diagnostics) is not { } reader)
        {
            return [];
        }

        var models = ImmutableArray.CreateBuilder<ModelPlan>();
        foreach (var member in reader.Map.Members)
        {
            if (!IsName(member.Name))
            {
                diagnostics.Error(DiagnosticCodes.BadModelName, member.Key.Position, $"`{member.Name}` cannot be a model's name.", "Use up to 255 letters, digits, `-`, `_`, `.`, `/` and `:`, beginning with a letter or digit.");
            }
            else if (MapReader.Of(member.Value, $"model `{member.Name}`", diagnostics) is { } model)
            {
                model.RejectUnknown(Keys);
                model.Required("source", "Write `source:` with a folder, an ONNX file, `hub:ID`, the address of a server, or `ID@SERVER`.");
                CheckKind(model, diagnostics);
                model.Integer("batch_size", 1, 1024);
                model.Integer("threads", 1, 1024);
                _ = Size(model, "memory");
                model.Duration("max_wait");
                model.Duration("timeout");
                model.Duration("idle");
                model.Boolean("pin");
                model.Boolean("preload");
                models.Add(new ModelPlan(member.Name, YamlJson.ToNode(member.Value)!.ToJsonString(), member.Key.Position));
            }
        }

        return models.ToImmutable();
    }

    public static ModelLimitsPlan Limits(YamlNode? node, DiagnosticBag diagnostics)
    {
        if (node is null || MapReader.Of(node, "`model_limits`", diagnostics) is not { } reader)
        {
            return ModelLimitsPlan.None;
        }

        reader.RejectUnknown("memory_limit", "gpu_memory_limit", "batch_size", "cache_models");
        return new ModelLimitsPlan(
            Size(reader, "memory_limit"),
            Size(reader, "gpu_memory_limit"),
            reader.Integer("batch_size", 1, 1024),
            [.. (reader.Texts("cache_models") ?? []).Select(static name => name.Text)]);
    }

    public static BudgetPlan? Budget(YamlNode? node, DiagnosticBag diagnostics)
    {
        if (node is null || MapReader.Of(node, "`budget`", diagnostics) is not { } reader)
        {
            return null;
        }

        reader.RejectUnknown("cost", "tokens");
        var cost = reader.Number("cost");
        if (cost is < 0 or > 1e12)
        {
            diagnostics.Error(DiagnosticCodes.NumberOutOfRange, reader.Node("cost")!.Position, "`cost` cannot be negative or above 1e12.");
            cost = null;
        }

        return new BudgetPlan((decimal?)cost, reader.Integer("tokens", 0, int.MaxValue));
    }

    /// <summary>Bytes from <c>6GB</c>, <c>512MiB</c> or a plain number.</summary>
    private static long? Size(MapReader reader, string key)
    {
        if (reader.Node(key) is not { } node)
        {
            return null;
        }

        if (node is YamlScalar { IsNull: false } scalar && SizeText.TryParse(scalar.Text, out var bytes))
        {
            return bytes;
        }

        reader.Diagnostics.Error(DiagnosticCodes.BadSize, node.Position, $"`{key}` is no size.", "Write `512MB`, `6GB`, `4GiB`, or a number of bytes.");
        return null;
    }

    private static void CheckKind(MapReader model, DiagnosticBag diagnostics)
    {
        if (model.Text("kind") is { } kind && !Kinds.Contains(kind.Text))
        {
            diagnostics.Error(
                DiagnosticCodes.UnknownChoice,
                kind.Position,
                $"`kind` cannot be `{kind.Text}`; it is one of {string.Join(", ", Kinds)}.",
                NearNames.DidYouMean(kind.Text, Kinds));
        }
    }

    private static bool IsName(string name) =>
        name.Length > 0 && Encoding.UTF8.GetByteCount(name) <= LanguageLimits.NameBytes && char.IsAsciiLetterOrDigit(name[0])
        && name.All(static character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.' or '/' or ':');
}
