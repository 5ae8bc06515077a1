using System.Diagnostics.CodeAnalysis;
using Atelier.Engine.Bodies;
using Atelier.Engine.Running;

namespace Atelier.Engine.Slots;

/// <summary>Bodies of one run that wait in one queue, oldest first; those that ask a model stand in a line of their own for each.</summary>
internal sealed class RunShare(RunActor run)
{
    private readonly List<BodyLine> _lines = [];
    private long _added;

    public RunActor Run { get; } = run;

    public int Count { get; private set; }

    public void Add(Body body)
    {
        Count++;
        var line = LineOf(body);
        if (line is null)
        {
            _lines.Add(line = new BodyLine(body.Affinity, body.Offer, body.Place));
        }

        line.Add(_added++, body);
    }

    /// <summary>Takes the oldest body without a model of the lines that <paramref name="may"/> be taken from, else the first of a model's.</summary>
    /// <param name="may">Whether bodies of a line may start.</param>
    /// <param name="prefer">The model whose bodies come first; null: none.</param>
    /// <param name="body">What was taken.</param>
    public bool TryTake(Func<BodyLine, bool> may, string? prefer, [NotNullWhen(true)] out Body? body)
    {
        var chosen = prefer is null ? null : _lines.Find(line => line.Affinity == prefer && may(line));
        if (chosen is null)
        {
            foreach (var line in _lines)
            {
                chosen = line.Affinity is null && (chosen is null || line.Oldest < chosen.Oldest) && may(line) ? line : chosen;
            }
        }

        chosen ??= _lines.Find(line => line.Affinity is not null && may(line));
        body = chosen?.Take();
        if (chosen is null || body is null)
        {
            return false;
        }

        Count--;
        RemoveEmpty(chosen);
        return true;
    }

    /// <summary>A body that was marked as begun without being taken no longer counts.</summary>
    public void Withdraw(Body body)
    {
        Count--;
        if (LineOf(body) is { } line)
        {
            line.DropBegun();
            RemoveEmpty(line);
        }
    }

    /// <summary>The model with the longest line of those that <paramref name="are"/>; null: none.</summary>
    public string? LongestOf(Func<BodyLine, bool> are) => _lines.Where(line => line.Affinity is not null && are(line)).MaxBy(static line => line.Count)?.Affinity;

    private BodyLine? LineOf(Body body)
    {
        foreach (var line in _lines)
        {
            if (line.Affinity == body.Affinity && line.Offer == body.Offer && line.Place == body.Place)
            {
                return line;
            }
        }

        return null;
    }

    private void RemoveEmpty(BodyLine line)
    {
        if (line.Count == 0)
        {
            _lines.Remove(line);
        }
    }
}
