using System.Text;
using Atelier.Sdk;

namespace Atelier.Actions.Llm.Chat;

/// <summary>Writes a streamed text to the step's log, line by line; long lines are cut at a space.</summary>
/// <param name="context">Of the step.</param>
/// <param name="masked">Takes out of a whole line what must not be written down.</param>
internal sealed class LoggedText(ActionContext context, Func<string, string> masked)
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
            context.Log(StepLogLevel.Info, masked(_line.ToString()));
            _line.Clear();
        }
    }
}
