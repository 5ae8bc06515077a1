using System.Text;
using Atelier.Hosts.Processes;
using Atelier.Sdk;

namespace Atelier.Actions.Processes;

/// <summary>
/// One output of a program: its first lines go to the step's log as they come, up to 64 KiB are kept as text, up to 64 MiB in a file. What comes
/// after is read and dropped, so a flood neither blocks the program nor fills memory or disk.
/// </summary>
internal sealed class ToolOutput(ActionContext context, string path, StepLogLevel level) : IDisposable
{
    private const int MaxText = 64 * 1024;
    private const long MaxFile = 64 << 20;
    private const int MaxLogLines = 200;
    private const int MaxLogLine = 2_000;

    private readonly Lock _gate = new();
    private readonly StringBuilder _text = new();
    private readonly OutputTail _tail = new(int.MaxValue, MaxText);
    private StreamWriter? _file;
    private long _written;
    private long _lines;

    /// <summary>The last line that is not blank; null when there is none.</summary>
    public string? LastLine { get; private set; }

    /// <summary>Whether more came than the text holds.</summary>
    public bool Overflowed => _file is not null;

    /// <summary>All of it, or its last 64 KiB; without the last line's end.</summary>
    public string Text
    {
        get
        {
            lock (_gate)
            {
                return Overflowed ? _tail.ToString() : _text.ToString();
            }
        }
    }

    /// <summary>The last lines, for failures.</summary>
    public string Tail(int characters) => Text is var text && text.Length > characters ? "…" + text[^characters..] : text;

    public void Add(string line)
    {
        lock (_gate)
        {
            _lines++;
            Log(line);
            LastLine = string.IsNullOrWhiteSpace(line) ? LastLine : line;
            if (_file is null && _text.Length + line.Length < MaxText)
            {
                _text.Append(_lines == 1 ? string.Empty : "\n").Append(line);
                return;
            }

            if (_file is null)
            {
                _file = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 64 * 1024);
                _file.Write(_text);
                _file.Write(_lines > 1 ? "\n" : string.Empty);
                _tail.Add(_text.ToString());
                _text.Clear();
            }

            _tail.Add(line);
            _written += line.Length + 1;
            if (_written <= MaxFile)
            {
                _file.Write(line);
                _file.Write('\n');
            }
        }
    }

    /// <summary>The whole output as an artifact; null when the text holds all of it.</summary>
    public async ValueTask<Artifact?> StoreAsync(string name, CancellationToken cancellationToken)
    {
        if (_file is null)
        {
            return null;
        }

        await _file.DisposeAsync().ConfigureAwait(false);
        if (_written > MaxFile)
        {
            context.Log(StepLogLevel.Warning, $"{name} is longer than {MaxFile >> 20} MiB; the rest was dropped");
        }

        return await context.Artifacts.AdoptAsync(path, "text/plain", name, cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => _file?.Dispose();

    private void Log(string line)
    {
        if (_lines <= MaxLogLines)
        {
            context.Log(level, line.Length > MaxLogLine ? line[..MaxLogLine] + "…" : line);
        }
        else if (_lines == MaxLogLines + 1)
        {
            context.Log(level, $"(more than {MaxLogLines} lines: the rest is in the output)");
        }
    }
}
