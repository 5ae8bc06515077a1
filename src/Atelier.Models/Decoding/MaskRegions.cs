namespace Atelier.Models.Decoding;

/// <summary>Rids a mask of specks and holes on the model's own grid, where a cell is worth many pixels.</summary>
internal static class MaskRegions
{
    /// <summary>
    /// Connected parts (four neighbours) smaller than <paramref name="smallest"/> cells change sides, their logits with their sign: first the specks, then the
    /// holes. The largest part of the inside stays however small it is.
    /// </summary>
    public static float[] Clean(float[] logits, int columns, int rows, int smallest)
    {
        var clean = (float[])logits.Clone();
        foreach (var inside in (bool[])[true, false])
        {
            var regions = Find(clean, columns, rows, inside);
            var largest = regions.Count == 0 ? 0 : regions.Max(static region => region.Count);
            foreach (var region in regions.Where(region => region.Count < smallest && !(inside && region.Count == largest)))
            {
                foreach (var cell in region)
                {
                    clean[cell] = inside ? -clean[cell] : Math.Max(-clean[cell], float.Epsilon);
                }
            }
        }

        return clean;
    }

    private static List<List<int>> Find(float[] logits, int columns, int rows, bool inside)
    {
        var seen = new bool[logits.Length];
        var regions = new List<List<int>>();
        for (var start = 0; start < logits.Length; start++)
        {
            if (!seen[start] && logits[start] > 0 == inside)
            {
                regions.Add(Spread(start, logits, seen, columns, rows, inside));
            }
        }

        return regions;
    }

    private static List<int> Spread(int start, float[] logits, bool[] seen, int columns, int rows, bool inside)
    {
        var region = new List<int> { start };
        seen[start] = true;
        for (var i = 0; i < region.Count; i++)
        {
            var (row, column) = Math.DivRem(region[i], columns);
            Add(row - 1, column);
            Add(row + 1, column);
            Add(row, column - 1);
            Add(row, column + 1);
        }

        return region;

        void Add(int row, int column)
        {
            var cell = (row * columns) + column;
            if (row >= 0 && row < rows && column >= 0 && column < columns && !seen[cell] && logits[cell] > 0 == inside)
            {
                seen[cell] = true;
                region.Add(cell);
            }
        }
    }
}
