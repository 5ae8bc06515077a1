using System.Text;
using Atelier.Hosting.Artifacts;

namespace Atelier.Hosting.Tests.Artifacts;

public class MediaTypeTests
{
    [Theory]
    [InlineData("89504E470D0A1A0A0000", "image/png")]
    [InlineData("FFD8FFE000104A46", "image/jpeg")]
    [InlineData("524946460000000057454250", "image/webp")]
    [InlineData("524946460000000057415645", "audio/wav")]
    [InlineData("000000206674797061766966", "image/avif")]
    [InlineData("255044462D312E34", "application/pdf")]
    [InlineData("3C68746D6C3E", null)]
    [InlineData("", null)]
    public void Sniff_OfFirstBytes_TellsTheType(string head, string? type) => Assert.Equal(type, MediaTypes.Sniff(Convert.FromHexString(head)));

    [Fact]
    public void IsText_CutWithinACharacter_IsStillText()
    {
        var text = Encoding.UTF8.GetBytes("Gemälde 🎨");

        Assert.All(Enumerable.Range(1, text.Length), length => Assert.True(MediaTypes.IsText(text.AsSpan(0, length))));
        Assert.False(MediaTypes.IsText([65, 0, 66]));
        Assert.False(MediaTypes.IsText([0xFF, 0xFE, 65, 66, 67, 68]));
    }
}
