using System.Text.Json;
using Atelier.Models.Decoding;
using Xunit;

namespace Atelier.Models.Tests.Decoding;

public sealed class DetectionOptionsTests
{
    [Fact]
    public void TryRead_Everything_IsTaken()
    {
        Assert.True(DetectionOptions.TryRead(Json("""
            {"boxes":["bbox_8","bbox_16"],"scores":["score_8","score_16"],"labels":["face"],"box":"distances","scoring":"sigmoid",
             "levels":[{"stride":8,"per_cell":2},{"stride":16,"per_cell":2}],"cell_offset":0,"input_width":640,"input_height":640,"max_overlap":0.4}
            """), out var detection, out _));

        Assert.Equal((BoxForm.Distances, ScoreForm.Sigmoid, 2, 0.4), (detection.Box, detection.Scoring, detection.Levels[1].PerCell, detection.MaxOverlap));
    }

    [Theory]
    [InlineData("""{"boxes":["b"],"scores":["s","t"],"labels":["face"],"input_width":1,"input_height":1}""", "`detection.boxes` names 1 tensors, `scores` 2")]
    [InlineData("""{"boxes":["b"],"scores":["s"],"labels":["face"],"input_width":1,"input_height":1,"box":"variances"}""", "`detection.box: variances` needs `levels`")]
    [InlineData("""{"boxes":["b"],"scores":["s"],"labels":["face"],"input_width":1,"input_height":1,"background":2}""", "`detection.background` must lie between 0 and 1")]
    [InlineData("""{"boxes":["b"],"scores":["s"],"labels":["face"],"input_width":0,"input_height":1}""", "`detection.input_width` and `input_height` must be 1 or more")]
    public void TryRead_Mistake_IsToldInASentence(string options, string expected)
    {
        Assert.False(DetectionOptions.TryRead(Json(options), out _, out var problem));
        Assert.Equal(expected, problem);
    }

    [Theory]
    [InlineData("""{"scores":["s"],"labels":["face"],"input_width":1,"input_height":1}""", "boxes")]
    [InlineData("""{"boxes":["b"],"scores":["s"],"labels":["face"],"input_width":1,"input_height":1,"anchor":3}""", "anchor")]
    [InlineData("""{"boxes":["b"],"scores":["s"],"labels":["face"],"input_width":1,"input_height":1,"box":"round"}""", "box")]
    public void TryRead_UnknownOrMissingKey_IsNamed(string options, string key)
    {
        Assert.False(DetectionOptions.TryRead(Json(options), out _, out var problem));
        Assert.Contains(key, problem, StringComparison.Ordinal);
    }

    private static JsonElement Json(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
