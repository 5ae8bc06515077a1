using System.Numerics;
using System.Runtime.InteropServices;

namespace Atelier.Actions.Embeddings;

/// <summary>
/// Principal component analysis: the few directions in which vectors differ most. Block power iteration with Rayleigh-Ritz (Halko, Martinsson and Tropp 2011)
/// never forms the covariance, so 1,000 vectors of 512 numbers take tens of milliseconds. An axis points to where its greatest loading is positive (of those within a
/// millionth of it the first), so the same vectors give the same picture in whatever order they come.
/// </summary>
internal static class PrincipalAxes
{
    /// <summary>Directions carried beside those wanted: they make the wanted ones converge fast also when the next ones are nearly as strong.</summary>
    private const int Spare = 6;
    private const int MaxRounds = 500;
    private const double Settled = 1e-12;

    /// <summary>Projects vectors of one length.</summary>
    public static Projection Project(IReadOnlyList<float[]> vectors, int dimensions)
    {
        if (vectors.Count == 0)
        {
            return new Projection([], new double[dimensions]);
        }

        var rows = Centred(vectors);
        var total = rows.Sum(static row => Dot(row, row));
        var length = rows[0].Length;
        var axes = Orthonormal(Start(Math.Min(dimensions + Spare, length), length));
        var (values, best) = Settle(rows, axes, total);
        var kept = Enumerable.Range(0, dimensions).Select(i => i < best.Length ? Signed(best[i]) : new double[length]).ToArray();
        var points = rows.Select(row => kept.Select(axis => Math.Round(Dot(row, axis), 6) + 0.0).ToArray()).ToArray();
        return new Projection(points, [.. kept.Select((_, i) => total > 0 && i < values.Length ? Math.Clamp(values[i] / total, 0, 1) : 0)]);
    }

    private static double[][] Centred(IReadOnlyList<float[]> vectors)
    {
        var mean = new double[vectors[0].Length];
        foreach (var vector in vectors)
        {
            for (var i = 0; i < mean.Length; i++)
            {
                mean[i] += vector[i];
            }
        }

        return [.. vectors.Select(vector => vector.Select((value, i) => value - (mean[i] / vectors.Count)).ToArray())];
    }

    private static double[][] Start(int count, int length)
    {
        // Always the same directions; which ones does not matter as long as none is at a right angle to what is looked for.
        var random = new Random(1);
        return [.. Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, length).Select(_ => random.NextDouble() - 0.5).ToArray())];
    }

    /// <summary>Multiplies by the covariance until its values on the axes stand still; gives them with the axes, strongest first.</summary>
    private static (double[] Values, double[][] Axes) Settle(double[][] rows, double[][] axes, double total)
    {
        var count = axes.Length;
        double[]? last = null;
        for (var round = 0; ; round++)
        {
            var within = new double[count, count];
            var grown = axes.Select(static axis => new double[axis.Length]).ToArray();
            var scores = new double[count];
            foreach (var row in rows)
            {
                for (var i = 0; i < count; i++)
                {
                    scores[i] = Dot(row, axes[i]);
                    AddScaled(grown[i], row, scores[i]);
                    for (var j = 0; j <= i; j++)
                    {
                        within[i, j] += scores[i] * scores[j];
                        within[j, i] = within[i, j];
                    }
                }
            }

            var (values, turns) = SymmetricEigen.Solve(within);
            if (round == MaxRounds || (last is not null && values.Zip(last).All(pair => Math.Abs(pair.First - pair.Second) <= Settled * total)))
            {
                return (values, [.. Enumerable.Range(0, count).Select(i => Mixed(axes, turns, i))]);
            }

            (last, axes) = (values, Orthonormal(grown));
        }
    }

    private static double[] Mixed(double[][] axes, double[,] turns, int column)
    {
        var mixed = new double[axes[0].Length];
        for (var i = 0; i < axes.Length; i++)
        {
            AddScaled(mixed, axes[i], turns[i, column]);
        }

        return mixed;
    }

    /// <summary>Gram and Schmidt, twice, since once leaves rounding errors; what depends on the ones before becomes zeros.</summary>
    private static double[][] Orthonormal(double[][] axes)
    {
        for (var i = 0; i < axes.Length; i++)
        {
            var before = Math.Sqrt(Dot(axes[i], axes[i]));
            for (var pass = 0; pass < 2; pass++)
            {
                for (var j = 0; j < i; j++)
                {
                    AddScaled(axes[i], axes[j], -Dot(axes[i], axes[j]));
                }
            }

            var length = Math.Sqrt(Dot(axes[i], axes[i]));
            var scale = length > 1e-10 * before && length > 0 ? 1 / length : 0;
            for (var k = 0; k < axes[i].Length; k++)
            {
                axes[i][k] *= scale;
            }
        }

        return axes;
    }

    private static double[] Signed(double[] axis)
    {
        var most = axis.Max(Math.Abs);
        var first = Array.FindIndex(axis, loading => Math.Abs(loading) >= most * (1 - 1e-6));
        return first >= 0 && axis[first] < 0 ? [.. axis.Select(static loading => -loading)] : axis;
    }

    private static double Dot(double[] a, double[] b)
    {
        var left = MemoryMarshal.Cast<double, Vector<double>>(a);
        var right = MemoryMarshal.Cast<double, Vector<double>>(b);
        var lanes = Vector<double>.Zero;
        for (var i = 0; i < left.Length; i++)
        {
            lanes += left[i] * right[i];
        }

        var sum = Vector.Sum(lanes);
        for (var i = left.Length * Vector<double>.Count; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    private static void AddScaled(double[] target, double[] source, double factor)
    {
        var to = MemoryMarshal.Cast<double, Vector<double>>(target.AsSpan());
        var from = MemoryMarshal.Cast<double, Vector<double>>(source.AsSpan());
        for (var i = 0; i < to.Length; i++)
        {
            to[i] += from[i] * factor;
        }

        for (var i = to.Length * Vector<double>.Count; i < target.Length; i++)
        {
            target[i] += source[i] * factor;
        }
    }
}
