using Atelier.Actions.Embeddings;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Atelier.Actions.Tests.Embeddings;

public sealed class PrincipalAxesTests
{
    private static readonly Arbitrary<float[][]> Clouds =
        (from seed in Gen.Choose(0, int.MaxValue - 1)
         from count in Gen.Choose(1, 40)
         from length in Gen.Choose(1, 24)
         select Cloud(new Random(seed), count, length)).ToArbitrary();

    [Fact]
    public void Project_Nothing_IsNothing() => Assert.Empty(PrincipalAxes.Project([], 2).Points);

    [Fact]
    public void Project_EqualVectors_AreOnePointWithoutVariance()
    {
        var projection = PrincipalAxes.Project([[1, 2, 3], [1, 2, 3]], 2);

        Assert.All(projection.Points, point => Assert.Equal([0, 0], point));
        Assert.Equal([0, 0], projection.Shares);
    }

    [Fact]
    public void Project_ALine_LiesOnTheFirstAxisAndPointsToItsGreatestLoading()
    {
        var projection = PrincipalAxes.Project([[0, 0], [-3, 4], [-6, 8]], 2);

        Assert.Equal([-5, 0, 5], projection.Points.Select(point => point[0]));
        Assert.All(projection.Points, point => Assert.Equal(0, point[1]));
        Assert.Equal([1, 0], projection.Shares.Select(share => Math.Round(share, 9)));
    }

    [Fact]
    public void Project_VectorsOfTwoDimensions_KeepsAllDistances() =>
        Prop.ForAll(Clouds, cloud =>
        {
            // Turned out of two dimensions into five: two axes must hold everything.
            var flat = cloud.Select(vector => new[] { vector[0], vector[^1] }).ToArray();
            var turned = flat.Select(v => new[] { v[0] * 0.6f, v[0] * 0.8f, v[1] * 0.6f, 0.5f, v[1] * 0.8f }).ToArray();
            var points = PrincipalAxes.Project(turned, 2).Points;
            return Pairs(cloud.Length).All(pair =>
                Math.Abs(Distance(points[pair.A], points[pair.B]) - Distance([.. turned[pair.A].Select(x => (double)x)], [.. turned[pair.B].Select(x => (double)x)])) < 1e-4);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Project_AnyCloud_NeverWidensItAndOrdersItsShares() =>
        Prop.ForAll(Clouds, cloud =>
        {
            var projection = PrincipalAxes.Project(cloud, 2);
            var narrower = Pairs(cloud.Length).All(pair =>
                Distance(projection.Points[pair.A], projection.Points[pair.B]) <= Distance([.. cloud[pair.A].Select(x => (double)x)], [.. cloud[pair.B].Select(x => (double)x)]) + 1e-4);
            return narrower && projection.Shares[0] >= projection.Shares[1] - 1e-9 && projection.Shares.Sum() <= 1 + 1e-9;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Project_AnyCloud_HasTheVarianceOfTheStrongestEigenvalues() =>
        Prop.ForAll(Clouds, cloud =>
        {
            var (values, _) = SymmetricEigen.Solve(Covariance(cloud));
            var total = values.Sum();
            var shares = PrincipalAxes.Project(cloud, 2).Shares;
            return Enumerable.Range(0, Math.Min(2, values.Length)).All(i => Math.Abs(shares[i] - (total > 1e-9 ? values[i] / total : 0)) < 1e-6);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Project_ShiftedOrReorderedVectors_GivesTheSamePoints()
    {
        var random = new Random(3);
        // Variances far apart, so that the axes are certain.
        var cloud = Enumerable.Range(0, 60).Select(_ => new[] { Normal(random) * 9, Normal(random) * 4, Normal(random), Normal(random) * 0.2f }).ToArray();
        var points = PrincipalAxes.Project(cloud, 2).Points;
        var shifted = PrincipalAxes.Project([.. cloud.Select(v => v.Select((x, i) => x + i + 0.5f).ToArray())], 2).Points;
        var reversed = PrincipalAxes.Project([.. cloud.Reverse()], 2).Points.Reverse().ToArray();

        for (var i = 0; i < points.Count; i++)
        {
            Assert.Equal(points[i][0], shifted[i][0], 1e-3);
            Assert.Equal(points[i][1], shifted[i][1], 1e-3);
            Assert.Equal(points[i][0], reversed[i][0], 1e-5);
            Assert.Equal(points[i][1], reversed[i][1], 1e-5);
        }
    }

    private static float[][] Cloud(Random random, int count, int length) =>
        [.. Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, length).Select(i => Normal(random) * (1 + (i % 3))).ToArray())];

    private static float Normal(Random random) => (float)(random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5);

    private static IEnumerable<(int A, int B)> Pairs(int count) =>
        Enumerable.Range(0, count).SelectMany(a => Enumerable.Range(a + 1, count - a - 1).Select(b => (a, b)));

    private static double Distance(double[] a, double[] b) => Math.Sqrt(a.Zip(b, (x, y) => (x - y) * (x - y)).Sum());

    private static double[,] Covariance(float[][] cloud)
    {
        var length = cloud[0].Length;
        var mean = Enumerable.Range(0, length).Select(i => cloud.Average(v => (double)v[i])).ToArray();
        var matrix = new double[length, length];
        for (var i = 0; i < length; i++)
        {
            for (var j = 0; j < length; j++)
            {
                matrix[i, j] = cloud.Sum(v => (v[i] - mean[i]) * (v[j] - mean[j]));
            }
        }

        return matrix;
    }
}
