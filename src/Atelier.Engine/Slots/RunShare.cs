using System.Diagnostics.CodeAnalysis;
using Atelier.Engine.Bodies;
using Atelier.Engine.Running;

namespace Atelier.Engine.Slots;

/// <summary>Bodies of one run that wait in one queue, oldest first; those that ask a model stand in a line of their own for each.</summary>
internal sealed class RunShare(RunActor run)
{
    private readonly Queue<Body> _free = new();
    private readonly List<(string Affinity, Queue<Body> Bodies)> _lines = [];

    public RunActor Run { get; } = run;

    public int Count { get; private set; }

    public void Add(Body body)
    {
        Count++;
        if (body.Affinity is not { } affinity)
        {
            _free.Enqueue(body);
            return;
        }

        var line = _lines.Find(known => known.Affinity == affinity).Bodies;
        if (line is null)
        {
            _lines.Add((affinity, line = new Queue<Body>()));
        }

        line.Enqueue(body);
    }

    /// <summary>Takes the oldest body of those whose model <paramref name="may"/> start.</summary>
    public bool TryTake(Func<string, bool> may, [NotNullWhen(true)] out Body? body)
    {
        if (_free.TryDequeue(out body))
        {
            Count--;
            return true;
        }

        for (var index = 0; index < _lines.Count; index++)
        {
            var (affinity, bodies) = _lines[index];
            if (may(affinity))
            {
                body = bodies.Dequeue();
                Count--;
                if (bodies.Count == 0)
                {
                    _lines.RemoveAt(index);
                }

                return true;
            }
        }

        return false;
    }

    /// <summary>The model with the longest line of those that <paramref name="are"/>; null: none.</summary>
    public string? LongestOf(Func<string, bool> are) => _lines.Where(line => are(line.Affinity)).OrderByDescending(static line => line.Bodies.Count).FirstOrDefault().Affinity;
}
