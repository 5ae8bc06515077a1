using System.Text.Json;

namespace Atelier.Cli.Tests.Examples;

/// <summary>A recipe that brings a real face detector along, on real photos (<c>../shared/data/faces</c>, or under <c>ATELIER_SHARED</c>).</summary>
[Trait("Speed", "Slow")]
public sealed class RealFacesTests : IDisposable
{
    private const string Recipe = """
        {
            "name": "Group photos",
            "models": {
                "faces": {
                    "kind": "onnx",
                    "source": "DETECTOR",
                    "options": {
                        "size": [320, 240], "scale": 1, "mean": [127, 127, 127], "std": [128, 128, 128],
                        "detection": { "boxes": ["boxes"], "scores": ["scores"], "labels": ["face"], "background": 0, "input_width": 320, "input_height": 240, "max_overlap": 0.3 }
                    }
                }
            },
            "stages": [
                { "model": "rt-detr", "detect": ["person", "face"], "face_model": "faces", "min_confidence": 0.7 },
                {
                    "conditional_flows": [
                        {
                            "condition": "detected_objects.faces.count > 5",
                            "action": "group_photo_optimization",
                            "steps": [{ "model": "sam2", "action": "segment_all_faces", "enhance": "sharpness" }]
                        }
                    ]
                }
            ]
        }
        """;

    private readonly ExampleFolder _examples = new();

    public void Dispose() => _examples.Dispose();

    [Fact]
    public void Run_OnRealPhotos_TakesTheGroupFlowWhereMoreThanFiveFacesAre()
    {
        ExampleFolder.NeedPictures();
        var photos = Faces();
        File.WriteAllText(Path.Join(_examples.Path, "groups.json"), Recipe.Replace("DETECTOR", Path.Join(photos, "ultraface-rfb-320.onnx"), StringComparison.Ordinal));

        var (exit, report) = _examples.Run("groups.json", $"photos={photos}");

        Assert.True(exit == 0, report.GetRawText());
        var lines = File.ReadLines(Path.Join(_examples.Path, "out/decisions.jsonl")).Select(static line => JsonElement.Parse(line)).ToArray();
        Assert.Equal(6, lines.Length);
        Assert.All(lines, static line => Assert.Equal(FacesOf(line) > 5, Masks(line) == FacesOf(line)));
        Assert.Equal(["1.jpg", "16.jpg", "24.jpg", "9.jpg"], lines.Where(static line => FacesOf(line) > 5).Select(static line => line.GetProperty("photo").GetString()));
        Assert.All(lines.Where(static line => FacesOf(line) > 5), static line => Assert.Equal("region", line.GetProperty("applied")[0].GetProperty("edit").GetString()));
    }

    private static int FacesOf(JsonElement line) => line.GetProperty("detected_objects").GetProperty("objects").EnumerateArray().Count(static seen => seen.GetProperty("label").GetString() == "face");

    private static int? Masks(JsonElement line) => line.GetProperty("face_masks").GetProperty("count") is { ValueKind: JsonValueKind.Number } count ? count.GetInt32() : null;

    private static string Faces()
    {
        var shared = Environment.GetEnvironmentVariable("ATELIER_SHARED");
        for (var folder = ExampleFolder.Repository; shared is null && folder is not null; folder = Path.GetDirectoryName(folder))
        {
            shared = Directory.Exists(Path.Join(folder, "shared", "data", "faces")) ? Path.Join(folder, "shared") : null;
        }

        var photos = Path.Join(shared, "data", "faces");
        Assert.SkipUnless(File.Exists(Path.Join(photos, "ultraface-rfb-320.onnx")), "there is no ../shared/data/faces");
        return photos;
    }
}
