using Atelier.Models.Lanes;
using Xunit;

namespace Atelier.Models.Tests.Lanes;

public class TensorTests
{
    [Fact]
    public void Floats_OfFloats_AreThem()
    {
        var tensor = Tensor.Of([1, -2.5f, 3, 4], 2, 2);

        Assert.Equal([1, -2.5f, 3, 4], tensor.Floats);
    }

    [Fact]
    public void Floats_OfOtherType_Throw() =>
        Assert.Throws<InvalidOperationException>(() => new Tensor("int64", [1], new byte[8]).Floats.Length);
}
