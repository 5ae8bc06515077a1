using System.Text.RegularExpressions;

namespace Atelier.Models.Catalogue;

/// <summary>Which of a model's files are fetched.</summary>
internal static class FileChoice
{
    private static readonly Dictionary<string, string> Endings = new(StringComparer.Ordinal)
    {
        ["fp32"] = string.Empty,
        ["fp16"] = "_fp16",
        ["q8"] = "_quantized",
        ["int8"] = "_int8",
        ["uint8"] = "_uint8",
        ["q4"] = "_q4",
        ["q4f16"] = "_q4f16",
        ["bnb4"] = "_bnb4",
    };

    /// <summary>Names of the precisions.</summary>
    public static IReadOnlyCollection<string> Precisions => Endings.Keys;

    /// <summary>Those that match a pattern, or without patterns: configuration and tokenizer beside the graphs of one precision and what these keep outside.</summary>
    /// <exception cref="PullException">No graph is among them.</exception>
    public static IReadOnlyList<HubFile> Of(HubListing listing, PullRequest request)
    {
        HubFile[] chosen = request.Files is { } patterns
            ? [.. listing.Files.Where(file => patterns.Any(pattern => Matches(file.Name, pattern)))]
            : [.. listing.Files.Where(static file => IsSetting(file.Name)), .. Graphs(listing, Endings.GetValueOrDefault(request.Precision, string.Empty))];
        if (!chosen.Any(static file => GraphName(file.Name) is not null))
        {
            var offered = listing.Files.Where(static file => file.Name.EndsWith(".onnx", StringComparison.Ordinal)).Select(static file => file.Name).Order(StringComparer.Ordinal).Take(8).ToArray();
            throw new PullException(HubCodes.NoGraph, offered.Length == 0
                ? $"{request.Hub} has no ONNX files; look for an export of it, such as those of onnx-community"
                : $"{request.Hub} has no ONNX files {(request.Files is null ? $"in {request.Precision}" : "of that name")}; it has {string.Join(", ", offered)}");
        }

        if (chosen.FirstOrDefault(static file => !HubListing.IsSafe(file.Name)) is { } unsafeFile)
        {
            throw new PullException(HubCodes.HubTrouble, $"the hub lists the file `{unsafeFile.Name}`, which would not lie in the model's folder");
        }

        return chosen;
    }

    /// <summary><c>*</c> is any run of letters but <c>/</c>.</summary>
    public static bool Matches(string name, string pattern) => Regex.IsMatch(name, $"^{Regex.Escape(pattern).Replace(@"\*", "[^/]*", StringComparison.Ordinal)}$");

    private static bool IsSetting(string name) => !name.Contains('/') && (name.EndsWith(".json", StringComparison.Ordinal) || name.EndsWith(".jinja", StringComparison.Ordinal) || name is "vocab.txt" or "merges.txt")
        && !name.EndsWith(".index.json", StringComparison.Ordinal) && name[0] != '.';

    /// <summary>Halves and merged graphs make the ones that they stand for needless.</summary>
    private static IEnumerable<HubFile> Graphs(HubListing listing, string ending)
    {
        var graphs = listing.Files.Where(file => GraphName(file.Name) is { } graph && (ending.Length > 0 ? graph.EndsWith(ending, StringComparison.Ordinal) : !Endings.Values.Any(other => other.Length > 0 && graph.EndsWith(other, StringComparison.Ordinal)))).ToArray();
        var names = graphs.Select(file => Bare(file, ending)).ToHashSet(StringComparer.Ordinal);
        return graphs.Where(file => Bare(file, ending) switch
        {
            "model" => !(names.Contains("vision_model") && names.Contains("text_model")),
            "decoder_model" or "decoder_with_past_model" => !names.Contains("decoder_model_merged"),
            _ => true,
        });
    }

    private static string Bare(HubFile file, string ending) => Path.GetFileName(GraphName(file.Name)!)[..^ending.Length];

    /// <summary><c>onnx/model_q4</c> of <c>onnx/model_q4.onnx</c> and of <c>onnx/model_q4.onnx_data_1</c>; null: belongs to no graph.</summary>
    private static string? GraphName(string name)
    {
        var at = name.LastIndexOf(".onnx", StringComparison.Ordinal);
        return at > 0 && (at + 5 == name.Length || name[at + 5] is '_' or '.') ? name[..at] : null;
    }
}
