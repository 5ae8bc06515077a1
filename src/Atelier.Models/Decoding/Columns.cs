using Atelier.Models.Lanes;

namespace Atelier.Models.Decoding;

/// <summary>A tensor as rows of columns, whichever way round it lies.</summary>
internal readonly struct Columns
{
    private readonly Tensor _tensor;
    private readonly int _rowStep;
    private readonly int _columnStep;

    private Columns(Tensor tensor, int rows, int rowStep, int columnStep)
    {
        (_tensor, Rows, _rowStep, _columnStep) = (tensor, rows, rowStep, columnStep);
    }

    public int Rows { get; }

    public float this[int row, int column] => _tensor.Floats[(row * _rowStep) + (column * _columnStep)];

    /// <summary>The tensor of that name with at least so many columns.</summary>
    public static Columns Find(IReadOnlyDictionary<string, Tensor> tensors, string name, int columns, bool transposed)
    {
        if (!tensors.TryGetValue(name, out var tensor))
        {
            throw new DecodingException($"the model has no output `{name}`; it has: {string.Join(", ", tensors.Keys)}");
        }

        var shape = TensorShape.Last(tensor, 2, name);
        var (rows, width) = transposed ? (shape[1], shape[0]) : (shape[0], shape[1]);
        return width >= columns
            ? new Columns(tensor, rows, transposed ? 1 : width, transposed ? rows : 1)
            : throw new DecodingException($"the model gave `{name}` as {TensorShape.Text(tensor)}; the options need {columns} columns");
    }
}
