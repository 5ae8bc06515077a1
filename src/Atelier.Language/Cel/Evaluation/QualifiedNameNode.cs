using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Evaluation;

/// <summary>
/// <c>a.b.c</c> where more than <c>a</c> may be the name: candidates are tried in order, and what a candidate leaves of the path is selected.
/// </summary>
internal sealed class QualifiedNameNode(IReadOnlyList<QualifiedNameNode.Candidate> candidates, string text, int offset) : EvaluationNode
{
    public override CelValue Evaluate(CelContext context)
    {
        context.Charge(candidates.Count);
        foreach (var candidate in candidates)
        {
            if (context.Activation.TryResolve(candidate.Name, out var value))
            {
                return Rest(value, candidate);
            }
        }

        foreach (var candidate in candidates)
        {
            if (CelType.Find(candidate.Name) is { } type)
            {
                return Rest(type, candidate);
            }
        }

        return Errors.UnknownName(text).At(offset);
    }

    private CelValue Rest(CelValue value, Candidate candidate)
    {
        var path = candidate.Name;
        foreach (var field in candidate.Fields)
        {
            value = Selection.Select(value, field, isOptional: false, path);
            path += "." + field;
        }

        return value is CelErrorValue error ? error.At(offset) : value;
    }

    /// <summary>A name to try, and the fields to select from what it stands for.</summary>
    internal sealed record Candidate(string Name, IReadOnlyList<string> Fields);
}
