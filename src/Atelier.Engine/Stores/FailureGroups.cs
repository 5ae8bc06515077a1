using System.Text;
using Atelier.Engine.Records;

namespace Atelier.Engine.Stores;

/// <summary>Groups failures by code and by what their messages have in common. The same in every store.</summary>
public sealed class FailureGroups(int examples)
{
    private readonly Dictionary<(string Code, string Shape), FailureGroup> _groups = [];

    /// <summary>Takes a failed item; <paramref name="detail"/> is its outcome's detail.</summary>
    public void Add(long ordinal, Func<long, string> keyOf, byte[]? detail)
    {
        var (code, message) = Read(detail);
        var cause = (code, Shape(message));
        if (!_groups.TryGetValue(cause, out var group))
        {
            group = new FailureGroup(code, cause.Item2, message, 0, []);
        }

        _groups[cause] = group with
        {
            Count = group.Count + 1,
            Examples = group.Examples.Count < examples ? [.. group.Examples, new SourceItem(ordinal, keyOf(ordinal), null)] : group.Examples,
        };
    }

    /// <summary>Most frequent first.</summary>
    public IReadOnlyList<FailureGroup> ToList() =>
        [.. _groups.Values.OrderByDescending(static group => group.Count).ThenBy(static group => group.Code, StringComparer.Ordinal).ThenBy(static group => group.Shape, StringComparer.Ordinal)];

    /// <summary>The message with what stands in quotes, paths and numbers left out: <c>`a.png` is 12 bytes long</c> becomes <c>`…` is # bytes long</c>.</summary>
    public static string Shape(string message)
    {
        var shape = new StringBuilder(message.Length);
        for (var index = 0; index < message.Length; index++)
        {
            var character = message[index];
            var end = character is '`' or '"' ? message.IndexOf(character, index + 1) : -1;
            if (end > 0)
            {
                shape.Append(character).Append('…').Append(character);
                index = end;
            }
            else if (char.IsAsciiDigit(character))
            {
                if (shape.Length == 0 || shape[^1] != '#')
                {
                    shape.Append('#');
                }
            }
            else if (character == '/' && (index == 0 || char.IsWhiteSpace(message[index - 1])))
            {
                shape.Append('…');
                while (index + 1 < message.Length && !char.IsWhiteSpace(message[index + 1]) && message[index + 1] is not (':' or ',' or ';'))
                {
                    index++;
                }
            }
            else
            {
                shape.Append(character);
            }
        }

        return shape.ToString();
    }

    // An item says what failed inside it, first the failure that ended it.
    private static (string Code, string Message) Read(byte[]? detail)
    {
        var read = OutcomeDetail.FromJson(detail);
        var failure = read?.Failure ?? (read?.Failures is [var first, ..] ? first.Failure : null);
        return failure is null ? (string.Empty, string.Empty) : (failure.Code, failure.Message);
    }
}
