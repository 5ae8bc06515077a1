using System.Text.Json;

namespace Atelier.Cli.Tests.Examples;

/// <summary>The recipes, end to end with the models that come along: decisions that can be explained, and edits that are seen in the pictures.</summary>
[Trait("Speed", "Slow")]
public sealed class PhotoRecipeTests : IDisposable
{
    private const string Example = "photo-recipes";

    private readonly ExampleFolder _examples = new();

    public PhotoRecipeTests()
    {
        ExampleFolder.NeedPictures();
        Assert.SkipUnless(File.Exists(Path.Join(ExampleFolder.Repository, "hosts/node/dist/models/main.js")), "the model host is not built (eng/build-host)");
    }

    public void Dispose() => _examples.Dispose();

    [Fact]
    public void Run_Wedding_KeepsTheBestOfEachBurstAndLightsTheDance()
    {
        var lines = Run("wedding.json");

        Assert.Equal(["couple-2.jpg", "dance.jpg", "group.jpg", "vows-1.jpg"], Kept(lines));
        Assert.StartsWith("`couple-2.jpg` is the best of 3", Text(lines["couple-1.jpg"], "reason"), StringComparison.Ordinal);
        Assert.Equal(6, lines["group.jpg"].GetProperty("face_masks_2").GetProperty("count").GetInt32());
        Assert.Equal(JsonValueKind.Null, lines["vows-1.jpg"].GetProperty("face_masks_2").GetProperty("count").ValueKind);
        Assert.Equal(["low_light", "enhance", "region"], Applied(lines["dance.jpg"]));
        Assert.True(lines["dance.jpg"].GetProperty("enhancement").GetProperty("technical_score").GetDouble() > lines["dance.jpg"].GetProperty("quality").GetProperty("technical_score").GetDouble());
        Assert.StartsWith("demo:rt-detr@", lines["group.jpg"].GetProperty("detected_objects").GetProperty("made_by")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Wildlife_LeavesOutPhotosWithoutAnAnimalAndCutsTheOthers()
    {
        var lines = Run("wildlife.json");

        Assert.Equal(["animal.jpg", "bird.jpg", "two-birds.jpg"], Kept(lines));
        Assert.Equal("no bird, no animal found", Text(lines["landscape.jpg"], "reason"));
        Assert.StartsWith("technical score 5.1", Text(lines["animal-blurred.jpg"], "reason"), StringComparison.Ordinal);
        Assert.All(Kept(lines), key => Assert.Equal(["background", "crop"], Applied(lines[key])));
        Assert.Equal(2, lines["two-birds.jpg"].GetProperty("detected_objects").GetProperty("count").GetInt32());
    }

    [Fact]
    public void Run_Property_StraightensTheTiltedAndLightsTheDark()
    {
        var lines = Run("property.json");

        Assert.Equal("rejected", Text(lines["bedroom-blurred.jpg"], "outcome"));
        Assert.Equal(["straighten"], Applied(lines["living-room-tilted.jpg"]));
        Assert.Contains("-3.9", lines["living-room-tilted.jpg"].GetProperty("applied")[0].GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Empty(Applied(lines["living-room.jpg"]));
        Assert.Equal("low_light", Applied(lines["kitchen-dark.jpg"])[0]);
        Assert.StartsWith("demo:qwen2.5-vl@", Text(lines["kitchen.jpg"].GetProperty("description"), "made_by"), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_CullingTwice_KeepsOnePhotoOfEachBurstAndAsksNoModelAgain()
    {
        var lines = Run("culling.yaml");
        var (_, again) = _examples.Run($"{Example}/culling.yaml");

        Assert.Equal(18, lines.Count);
        Assert.Equal(13, Kept(lines).Count);
        Assert.Equal(["property/bedroom-blurred.jpg", "property/living-room-tilted.jpg", "wedding/couple-1.jpg", "wedding/couple-3.jpg", "wedding/vows-2.jpg"], lines.Keys.Except(Kept(lines)).Order(StringComparer.Ordinal));
        Assert.Equal("crop", Applied(lines["wedding/vows-1.jpg"])[0]);
        Assert.DoesNotContain(_examples.Steps(again), static step => !step.Reused && step.Key is not null);
    }

    [Fact]
    public void Run_Review_WaitsForThePersonWhoseAnswerDecides()
    {
        var (waiting, report) = _examples.Run($"{Example}/review.yaml");
        var run = report.GetProperty("run").GetString()!;
        var (_, listed) = _examples.Atelier("reviews", "list", "--json");
        var (rejected, _) = _examples.Atelier("reviews", "reject", run, "animal-blurred.jpg", "--note", "out of focus");
        var (ended, _) = _examples.Atelier("resume", run);

        var review = Assert.Single(JsonElement.Parse(listed).GetProperty("reviews").EnumerateArray());
        Assert.EndsWith("animal-blurred.jpg", review.GetProperty("path").GetString(), StringComparison.Ordinal);
        Assert.Equal((5, 0, 0), (waiting, rejected, ended));
        Assert.Equal("rejected", Text(Lines("review")["animal-blurred.jpg"], "outcome"));
        Assert.Equal(4, Directory.GetFiles(Path.Join(_examples.Path, Example, "out/review/photos")).Length);
    }

    [Fact]
    public void Convert_ARecipe_WritesAWorkflowThatPlansTheSame()
    {
        var (converted, yaml) = _examples.Atelier("convert", $"{Example}/wedding.json");
        File.WriteAllText(Path.Join(_examples.Path, Example, "canonical.yaml"), yaml);
        var (recipe, planned) = _examples.Atelier("plan", $"{Example}/wedding.json", "--json");
        var (canonical, same) = _examples.Atelier("plan", $"{Example}/canonical.yaml", "--json");

        Assert.Equal((0, 0, 0), (converted, recipe, canonical));
        Assert.Equal(Steps(planned), Steps(same));
    }

    private static List<string> Steps(string plan) => [.. JsonElement.Parse(plan).GetProperty("steps").EnumerateArray().Select(static step => step.GetRawText()).Order(StringComparer.Ordinal)];

    private Dictionary<string, JsonElement> Run(string recipe)
    {
        var (exit, report) = _examples.Run($"{Example}/{recipe}");
        var name = Path.GetFileNameWithoutExtension(recipe);
        var lines = Lines(name);
        var output = Path.Join(_examples.Path, Example, "out", name);

        Assert.Equal(0, exit);
        Assert.Equal(0, report.GetProperty("outputs").GetProperty("failed").GetInt32());
        Assert.Equal(lines.Count + 1, File.ReadLines(Path.Join(output, "decisions.csv")).Count());
        Assert.Equal(Kept(lines), Directory.EnumerateFiles(Path.Join(output, "photos"), "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Path.Join(output, "photos"), file)).Order(StringComparer.Ordinal));
        Assert.Contains("Demo models made some of this", File.ReadAllText(Path.Join(output, "contact-sheet.html")), StringComparison.Ordinal);
        return lines;
    }

    private Dictionary<string, JsonElement> Lines(string name) =>
        File.ReadLines(Path.Join(_examples.Path, Example, "out", name, "decisions.jsonl")).Select(static line => JsonElement.Parse(line)).ToDictionary(static line => line.GetProperty("photo").GetString()!);

    private static List<string> Kept(Dictionary<string, JsonElement> lines) =>
        [.. lines.Where(static line => Text(line.Value, "outcome") == "succeeded").Select(static line => line.Key).Order(StringComparer.Ordinal)];

    private static List<string> Applied(JsonElement line) => [.. line.GetProperty("applied").EnumerateArray().Select(static edit => edit.GetProperty("edit").GetString()!)];

    private static string Text(JsonElement value, string name) => value.GetProperty(name).GetString()!;
}
