using System.Text;

namespace Atelier.Cli.Terminals;

/// <summary>Rows in aligned columns, as people and <c>awk</c> read them.</summary>
internal sealed class TextTable(params string[] columns)
{
    private readonly List<string[]> _rows = [columns];

    public void Add(params string[] cells) => _rows.Add(cells);

    public void WriteTo(Terminal terminal)
    {
        var widths = Enumerable.Range(0, columns.Length).Select(index => _rows.Max(row => row[index].Length)).ToArray();
        foreach (var row in _rows)
        {
            var line = new StringBuilder();
            for (var index = 0; index < row.Length; index++)
            {
                line.Append(index == row.Length - 1 ? row[index] : row[index].PadRight(widths[index] + 2));
            }

            terminal.Say(line.ToString().TrimEnd());
        }
    }
}
