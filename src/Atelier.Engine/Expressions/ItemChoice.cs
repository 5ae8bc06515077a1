using System.Security.Cryptography;
using System.Text;
using Atelier.Engine.Runs;
using Atelier.Language.Cel.Values;

namespace Atelier.Engine.Expressions;

/// <summary>Which items a run takes when it does not take all: <c>--only</c>, then <c>--sample</c>, then <c>--limit</c>.</summary>
internal static class ItemChoice
{
    /// <summary>Orders keys for samples: the same keys are chosen each time, whatever else is there.</summary>
    public static ulong Rank(string key) => BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    public static (List<string> Keys, List<CelValue> Values) Of(RunOptions options, List<string> keys, List<CelValue> values)
    {
        if (!options.Partial)
        {
            return (keys, values);
        }

        var chosen = Enumerable.Range(0, keys.Count);
        if (options.Only.Count > 0)
        {
            chosen = chosen.Where(index => options.Only.Contains(keys[index]));
        }

        if (options.Sample is { } sample)
        {
            chosen = chosen.OrderBy(index => Rank(keys[index])).Take(sample).Order();
        }

        if (options.Limit is { } limit)
        {
            chosen = chosen.Take((int)Math.Min(limit, int.MaxValue));
        }

        var rest = chosen.ToList();
        return ([.. rest.Select(index => keys[index])], [.. rest.Select(index => values[index])]);
    }
}
