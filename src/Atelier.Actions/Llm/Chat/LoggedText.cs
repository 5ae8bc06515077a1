using System.Text;
using Atelier.Sdk;

namespace Atelier.Actions.Llm.Chat;

/// <summary>Writes a streamed text to the step's log, line by line; long lines are cut at a space.</summary>
internal sealed class LoggedText(ActionContext context)
{
    private const int LongLine = 400;
    private readonly StringBuilder _line = new();

    public void Add(string text)
    {
        foreach (var c in text)
        {
            if (c == '\n' || (_line.Length >= LongLine && c == ' '))
            {
                End();
            }
            else
            {
                _line.Append(c);
            }
        }
    }

    /// <summary>Writes what has no line end.</summary>
    public void End()
    {
        if (_line.Length > 0)
        {
            context.Log(StepLogLevel.Info, _line.ToString());
            _line.Clear();
        }
    }
}
