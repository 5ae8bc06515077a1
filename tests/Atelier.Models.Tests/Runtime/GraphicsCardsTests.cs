using Atelier.Models.Runtime;
using Xunit;

namespace Atelier.Models.Tests.Runtime;

public sealed class GraphicsCardsTests
{
    [Fact]
    public void LargestOf_TwoCards_IsTheLarger() => Assert.Equal(24576L << 20, GraphicsCards.LargestOf("8192\n24576\n"));

    [Theory]
    [InlineData("")]
    [InlineData("[N/A]\n")]
    public void LargestOf_NothingTold_IsUnknown(string answer) => Assert.Null(GraphicsCards.LargestOf(answer));

    [Fact]
    public void BytesOf_SomeProcesses_SumsTheirs() => Assert.Equal(600L << 20, GraphicsCards.BytesOf("17, 500\n18, 4000\n19, 100\n20, [N/A]\n", [17, 19, 20, 21]));
}
