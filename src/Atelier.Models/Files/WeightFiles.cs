using System.Text.Json;
using Atelier.Sdk.Models;

namespace Atelier.Models.Files;

/// <summary>Which files of a model a host loads, of those that a folder offers in several precisions.</summary>
internal static class WeightFiles
{
    /// <summary>The endings that exports of Hugging Face's Optimum and transformers.js put before <c>.onnx</c>.</summary>
    private static readonly Dictionary<string, string> Endings = new()
    {
        ["fp16"] = "_fp16",
        ["q8"] = "_quantized",
        ["int8"] = "_int8",
        ["uint8"] = "_uint8",
        ["q4"] = "_q4",
        ["q4f16"] = "_q4f16",
        ["bnb4"] = "_bnb4",
    };

    /// <summary>Bytes of the graphs and their external data that are loaded.</summary>
    /// <param name="files">All files.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="options">Of its definition; <c>dtype</c> chooses the precision.</param>
    public static long Bytes(IReadOnlyList<ModelFile> files, ModelKind kind, JsonElement? options)
    {
        var precision = options is { ValueKind: JsonValueKind.Object } given && given.TryGetProperty("dtype", out var written) ? written.ToString() : null;
        var wanted = precision is null || !Endings.TryGetValue(precision, out var ending) ? string.Empty : ending;
        var graphs = files.Where(static file => Stem(file.Name).Graph).Where(file => EndingOf(file.Name) == wanted).ToArray();
        if (graphs.Length == 0)
        {
            graphs = [.. files.Where(static file => Stem(file.Name).Graph)];
        }

        // Both halves of CLIP are loaded one by one, never the graph that joins them, when the halves are there.
        var halves = kind is ModelKind.Clip or ModelKind.Siglip && graphs.Any(static file => Stem(file.Name).Name.EndsWith("vision_model", StringComparison.Ordinal));
        return graphs.Where(file => !halves || Plain(file.Name) != "model").Sum(static file => file.Bytes);
    }

    private static string Plain(string name)
    {
        var stem = Path.GetFileName(Stem(name).Name);
        return stem[..^EndingOf(name).Length];
    }

    private static string EndingOf(string name)
    {
        var stem = Stem(name).Name;
        return Endings.Values.OrderByDescending(static ending => ending.Length).FirstOrDefault(ending => stem.EndsWith(ending, StringComparison.Ordinal)) ?? string.Empty;
    }

    /// <summary><c>onnx/model.onnx_data_1</c> belongs to the graph <c>onnx/model</c>.</summary>
    private static (string Name, bool Graph) Stem(string name)
    {
        var at = name.LastIndexOf(".onnx", StringComparison.Ordinal);
        return at < 0 ? (name, false) : (name[..at], true);
    }
}
