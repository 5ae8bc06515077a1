namespace Atelier.Bench.Models;

/// <summary>Maps over a folder of pictures that ask models; a run's output is the number of items that failed.</summary>
internal static class ModelWorkflows
{
    public const string Embed = "{ id: embed, uses: vision.embed, with: { image: \"${picture}\", model: clip } }";
    public const string Score = "{ id: score, uses: vision.quality, with: { image: \"${picture}\", technical_model: nima, measure: false } }";
    public const string Detect = "{ id: detect, uses: vision.detect, with: { image: \"${picture}\", model: rt-detr } }";

    /// <summary>The three models of real size, for which a budget of <see cref="OneModel"/> holds one.</summary>
    public static string Registry(string limit) => $$"""
        memory_limit: {{limit}}
        models:
          clip: { kind: clip, source: {{BenchModels.PathOf(BenchModels.Clip)}} }
          nima: { kind: nima, source: {{BenchModels.PathOf(BenchModels.Encoder)}} }
          rt-detr: { kind: rt-detr, source: {{BenchModels.PathOf(BenchModels.Detector)}} }
        """;

    /// <summary>
    /// Enough for the largest by its files (two halves of 605 MB, of which pictures load one), and too little for any two as they are measured.
    /// </summary>
    public const string OneModel = "780MB";

    public static string Map(int window, params string[] steps) => $$"""
        name: pictures
        inputs:
          folder: { type: path }
        steps:
          - id: find
            uses: files.list
            with: { path: "${inputs.folder}" }
          - id: look
            for_each: ${find}
            as: picture
            window: {{window}}
            steps: [ {{string.Join(", ", steps)}} ]
          - id: failed
            uses: core.value
            with: { value: "${look.failed}" }
        """;
}
