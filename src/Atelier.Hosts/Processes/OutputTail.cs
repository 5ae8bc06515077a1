namespace Atelier.Hosts.Processes;

/// <summary>Keeps the last lines of an output for the text of a failure. Safe from several threads.</summary>
/// <param name="maxLines">Lines kept.</param>
/// <param name="maxCharacters">Characters kept, over all lines; the newest line is cut to them.</param>
public sealed class OutputTail(int maxLines = 40, int maxCharacters = 8_192)
{
    private readonly Lock _gate = new();
    private readonly Queue<string> _lines = new();
    private int _characters;

    /// <summary>Takes a line.</summary>
    public void Add(string line)
    {
        var kept = line.Length > maxCharacters ? line[..maxCharacters] : line;
        lock (_gate)
        {
            _lines.Enqueue(kept);
            _characters += kept.Length;
            while (_lines.Count > maxLines || _characters > maxCharacters)
            {
                _characters -= _lines.Dequeue().Length;
            }
        }
    }

    /// <summary>The kept lines, oldest first; empty when there are none.</summary>
    public override string ToString()
    {
        lock (_gate)
        {
            return string.Join('\n', _lines);
        }
    }
}
