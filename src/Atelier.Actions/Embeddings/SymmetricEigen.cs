namespace Atelier.Actions.Embeddings;

/// <summary>Eigenvalues and eigenvectors of a small symmetric matrix, by Jacobi's rotations.</summary>
internal static class SymmetricEigen
{
    private const int MaxSweeps = 60;

    /// <summary>Values from the largest down; column <c>i</c> of <c>Vectors</c> belongs to value <c>i</c>. The matrix is overwritten.</summary>
    public static (double[] Values, double[,] Vectors) Solve(double[,] matrix)
    {
        var size = matrix.GetLength(0);
        var vectors = new double[size, size];
        for (var i = 0; i < size; i++)
        {
            vectors[i, i] = 1;
        }

        for (var sweep = 0; sweep < MaxSweeps && Turn(matrix, vectors); sweep++)
        {
        }

        var order = Enumerable.Range(0, size).OrderByDescending(i => matrix[i, i]).ToArray();
        var sorted = new double[size, size];
        for (var column = 0; column < size; column++)
        {
            for (var row = 0; row < size; row++)
            {
                sorted[row, column] = vectors[row, order[column]];
            }
        }

        return ([.. order.Select(i => matrix[i, i])], sorted);
    }

    /// <summary>One sweep over all pairs; false when there was nothing left to turn.</summary>
    private static bool Turn(double[,] matrix, double[,] vectors)
    {
        var size = matrix.GetLength(0);
        var turned = false;
        for (var p = 0; p < size; p++)
        {
            for (var q = p + 1; q < size; q++)
            {
                if (Math.Abs(matrix[p, q]) > 1e-15 * Math.Sqrt(Math.Abs(matrix[p, p] * matrix[q, q])) + double.Epsilon)
                {
                    Rotate(matrix, vectors, p, q);
                    turned = true;
                }
            }
        }

        return turned;
    }

    private static void Rotate(double[,] matrix, double[,] vectors, int p, int q)
    {
        var size = matrix.GetLength(0);
        var slope = (matrix[q, q] - matrix[p, p]) / (2 * matrix[p, q]);
        var tangent = (slope < 0 ? -1 : 1) / (Math.Abs(slope) + Math.Sqrt((slope * slope) + 1));
        var cosine = 1 / Math.Sqrt((tangent * tangent) + 1);
        var sine = tangent * cosine;
        for (var k = 0; k < size; k++)
        {
            (matrix[k, p], matrix[k, q]) = ((cosine * matrix[k, p]) - (sine * matrix[k, q]), (sine * matrix[k, p]) + (cosine * matrix[k, q]));
        }

        for (var k = 0; k < size; k++)
        {
            (matrix[p, k], matrix[q, k]) = ((cosine * matrix[p, k]) - (sine * matrix[q, k]), (sine * matrix[p, k]) + (cosine * matrix[q, k]));
            (vectors[k, p], vectors[k, q]) = ((cosine * vectors[k, p]) - (sine * vectors[k, q]), (sine * vectors[k, p]) + (cosine * vectors[k, q]));
        }
    }
}
