using System.Text.Json;

namespace Atelier.Cli.Tests.Models;

/// <summary>
/// A real face detector (Ultra-Light-Fast-Generic-Face-Detector, RFB-320), made one by configuration alone, decides on real photos which of them are group photos.
/// </summary>
[Trait("Speed", "Slow")]
public sealed class FaceDetectorTests
{
    /// <summary>The graph gives corners as shares of the picture and scores of (nothing, face); suppressing doubles is left to whoever reads them.</summary>
    private const string Workflow = """
        name: group-photos
        inputs:
          folder: { type: path }
        models:
          faces:
            kind: onnx
            source: FACES/ultraface-rfb-320.onnx
            options:
              size: [320, 240]
              scale: 1
              mean: [127, 127, 127]
              std: [128, 128, 128]
              detection: { boxes: [boxes], scores: [scores], labels: [face], background: 0, input_width: 320, input_height: 240, max_overlap: 0.3 }
        steps:
          - id: find
            uses: files.list
            with: { path: "${inputs.folder}", match: "*.jpg" }
          - id: photos
            for_each: ${find}
            as: photo
            yield: { faces: "${detected_objects.faces.count}", objects: "${detected_objects}", flow: "${has(group.flow) ? group.flow : single.flow}" }
            steps:
              - id: detected_objects
                uses: vision.detect
                with: { image: "${photo}", face_model: faces, classes: [face], confidence_threshold: 0.7 }
              - id: group
                if: ${detected_objects.faces.count > 5}
                uses: core.value
                with: { value: { flow: group } }
              - id: single
                if: ${detected_objects.faces.count <= 5}
                uses: core.value
                with: { value: { flow: portrait } }
        """;

    /// <summary>The same decision as a photo recipe writes it; the detector stands in the home's registry.</summary>
    private const string Recipe = """
        {
          "recipe": {
            "name": "group photos",
            "stages": [
              { "name": "look", "steps": [
                { "model": "rt-detr", "action": "detect_objects", "parameters": { "classes": ["face"], "face_model": "faces", "confidence_threshold": 0.7 }, "output_to": "detected_objects" } ] },
              { "name": "act", "conditional_flows": [
                { "condition": "detected_objects.faces.count > 5", "action": "group_photo_optimization",
                  "steps": [ { "model": "sam2", "action": "segment_all_faces", "enhance": "sharpness" } ] } ] }
            ]
          }
        }
        """;

    /// <summary>The photos; skips where they are not at hand.</summary>
    private static string Photos()
    {
        var shared = Environment.GetEnvironmentVariable("ATELIER_SHARED") ?? Path.Combine(AtelierProcess.Root, "..", "shared");
        var faces = Path.GetFullPath(Path.Combine(shared, "data", "faces"));
        Assert.SkipUnless(Directory.Exists(faces), $"there is no {faces}");
        return faces;
    }

    [Fact]
    public async Task Run_ARecipeOverRealPhotos_OptimisesTheGroupPhotosAlone()
    {
        var faces = Photos();
        using var sandbox = new Sandbox();
        Directory.CreateDirectory(sandbox.PathOf("home"));
        var definition = Workflow[Workflow.IndexOf("models:", StringComparison.Ordinal)..Workflow.IndexOf("steps:", StringComparison.Ordinal)];
        sandbox.Write("home/models.yaml", definition.Replace("FACES", faces, StringComparison.Ordinal));

        var run = await sandbox.RunAsync("run", sandbox.Write("group.json", Recipe), "-i", $"photos={faces}");
        var masks = await sandbox.RunAsync("runs", "outcomes", "r1", "--limit", "0", "--json");

        Assert.True(run.Exit == 0, run.Output + run.Error);
        var optimised = masks.JsonLines.Where(static line => line.GetProperty("step").GetString()!.EndsWith("/face_masks", StringComparison.Ordinal) && line.GetProperty("outcome").GetString() == "succeeded");
        Assert.Superset(new HashSet<string?> { "1.jpg", "16.jpg", "9.jpg" }, optimised.Select(static line => line.GetProperty("key").GetString()).ToHashSet());
        Assert.DoesNotContain(optimised, static line => line.GetProperty("key").GetString() is "3.jpg" or "22.jpg");
    }

    [Fact]
    public async Task Run_RealPhotos_CountsTheFacesAPersonSeesAndChoosesTheFlowByThem()
    {
        var faces = Photos();
        using var sandbox = new Sandbox();

        var run = await sandbox.RunAsync("run", sandbox.Write("faces.yaml", Workflow.Replace("FACES", faces, StringComparison.Ordinal)), "-i", $"folder={faces}");

        Assert.True(run.Exit == 0, run.Output + run.Error);
        var items = (await sandbox.RunAsync("export", "r1", "--block", "photos")).JsonLines.ToDictionary(static line => line.GetProperty("key").GetString()!);
        // Photos on which every face is turned to the camera, with as many as a person counts.
        foreach (var (photo, seen) in new[] { ("3.jpg", 5), ("9.jpg", 8), ("16.jpg", 9), ("22.jpg", 2) })
        {
            Assert.InRange(items[photo].GetProperty("value").GetProperty("faces").GetInt32(), seen - 1, seen + 1);
        }

        // Half a hundred small faces, of which the detector, which looks at 320 x 240 pixels, sees the larger ones.
        Assert.True(items["1.jpg"].GetProperty("value").GetProperty("faces").GetInt32() > 20);
        Assert.Equal(["portrait", "group", "group", "portrait", "group"], new[] { "3.jpg", "9.jpg", "16.jpg", "22.jpg", "1.jpg" }.Select(photo => items[photo].GetProperty("value").GetProperty("flow").GetString()));
        Assert.All(items.Values, static item => Assert.Contains(item.GetProperty("made_by").EnumerateArray(), static maker => maker.GetString()!.StartsWith("vision.detect@1 (faces@", StringComparison.Ordinal)));
        Assert.All(Boxes(items["9.jpg"]), static box => Assert.InRange(box.GetProperty("right").GetDouble() - box.GetProperty("left").GetDouble(), 40, 250));
    }

    private static IEnumerable<JsonElement> Boxes(JsonElement item) =>
        item.GetProperty("value").GetProperty("objects").GetProperty("objects").EnumerateArray().Select(static found => found.GetProperty("box"));
}
