using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Evaluation;

/// <summary>Which names <c>a.b.c</c> may mean in a container: the longest first, and of one length the innermost container first.</summary>
internal static class NameCandidates
{
    /// <summary>Null when only the first name can be one.</summary>
    public static IReadOnlyList<QualifiedNameNode.Candidate>? Of(IReadOnlyList<string> names, bool isAbsolute, string? container)
    {
        if (container is null)
        {
            return !isAbsolute && names.Count > 1 && CelType.Find(string.Join('.', names)) is not null
                ? [new(names[0], [.. names.Skip(1)]), new(string.Join('.', names), [])]
                : null;
        }

        if (names.Count == 1 && (isAbsolute || container.Length == 0))
        {
            return null;
        }

        var candidates = new List<QualifiedNameNode.Candidate>();
        for (var length = names.Count; length > 0; length--)
        {
            var name = string.Join('.', names.Take(length));
            List<string> rest = [.. names.Skip(length)];
            for (var prefix = isAbsolute ? string.Empty : container; prefix.Length > 0; prefix = prefix[..Math.Max(0, prefix.LastIndexOf('.'))])
            {
                candidates.Add(new($"{prefix}.{name}", rest));
            }

            candidates.Add(new(name, rest));
        }

        return candidates;
    }
}
