using System.Text;
using Atelier.Language.Tests.Catalog;

namespace Atelier.Language.Tests.Fuzzing;

/// <summary>Makes hostile texts from a seed: mutated and crossed corpus files, random characters, random YAML.</summary>
internal sealed class TextMutation(int seed)
{
    private const string Characters = "abc019 _-:,.{}[]()\"'`$#&*!|>?%@\\/\n\t\r\0\u00e9\u2028\ud83d\ude00\ufeff";
    private static readonly string[] Corpus = [.. CorpusFiles.Names().Select(CorpusFiles.Read).Where(text => text.Length < 20_000)];

    private static readonly string[] Words =
    [
        "${", "}", "$${", "${secrets.a}", "${item}", "&a ", "*a", "<<: ", "- ", ": ", "steps:", "for_each:", "needs:", "uses: core.value", "repeat:", "null", "~", "{", "}", "[", "]", "|", ">-", "'", "\"", "!!str ", "---", "...", "? ", "9223372036854775808", ".inf", "0x", "1e999",
    ];

    private readonly Random _random = new(seed);

    public string Next() => _random.Next(8) switch
    {
        0 => RandomText(_random.Next(400)),
        1 => RandomYaml(0),
        2 => Cross(),
        _ => Mutate(Pick(Corpus), 1 + _random.Next(6)),
    };

    private string Mutate(string text, int times)
    {
        var builder = new StringBuilder(text);
        for (var time = 0; time < times; time++)
        {
            var at = _random.Next(builder.Length + 1);
            switch (_random.Next(5))
            {
                case 0 when at < builder.Length:
                    builder.Remove(at, Math.Min(1 + _random.Next(12), builder.Length - at));
                    break;
                case 1:
                    builder.Insert(at, Characters[_random.Next(Characters.Length)]);
                    break;
                case 2:
                    builder.Insert(at, Pick(Words));
                    break;
                case 3 when at < builder.Length:
                    builder[at] = Characters[_random.Next(Characters.Length)];
                    break;
                default:
                    var from = _random.Next(text.Length + 1);
                    builder.Insert(at, text.AsSpan(from, Math.Min(_random.Next(60), text.Length - from)));
                    break;
            }
        }

        return builder.ToString();
    }

    private string Cross()
    {
        var (left, right) = (Pick(Corpus), Pick(Corpus));
        return string.Concat(left.AsSpan(0, _random.Next(left.Length + 1)), right.AsSpan(_random.Next(right.Length + 1)));
    }

    private string RandomText(int length) =>
        string.Create(length, _random, static (span, random) =>
        {
            foreach (ref var character in span)
            {
                character = random.Next(4) == 0 ? (char)random.Next(char.MaxValue) : Characters[random.Next(Characters.Length)];
            }
        });

    private string RandomYaml(int depth)
    {
        if (depth > 5 || _random.Next(4) == 0)
        {
            return _random.Next(3) == 0 ? $"\"{Pick(Words).Replace("\"", "\\\"", StringComparison.Ordinal)}\"" : Pick(["1", "a", "true", "~", "1.5", "${a.b}", "x y"]);
        }

        var parts = Enumerable.Range(0, _random.Next(4)).Select(_ => RandomYaml(depth + 1));
        string[] keys = ["name", "steps", "id", "uses", "with", "for_each", "repeat", "switch", "parallel", "inputs", "run", "if", "needs", "default", "until", "max", "when", "value"];
        return _random.Next(2) == 0
            ? $"[{string.Join(", ", parts)}]"
            : $"{{{string.Join(", ", parts.Select(part => $"{Pick(keys)}: {part}"))}}}";
    }

    private T Pick<T>(T[] from) => from[_random.Next(from.Length)];
}
