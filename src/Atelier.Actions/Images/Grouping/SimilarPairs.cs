using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Atelier.Actions.Images.Analysis;

namespace Atelier.Actions.Images.Grouping;

/// <summary>
/// All pairs of hashes within a distance. Each pair is looked at, since at a quarter of the bits no index does less work than a few
/// instructions a pair: the first word rules out almost all of them (two pictures that differ in at most d bits differ there in at most
/// 3 d / 8, or they are no pair), the other three words decide the rest. 100,000 hashes are 5,000,000,000 pairs.
/// </summary>
internal static class SimilarPairs
{
    /// <summary>What the hash was measured for; see <see cref="PerceptualHash"/>.</summary>
    public const int DefaultDistance = 56;

    /// <summary>Hashes that one piece of parallel work compares with all later ones.</summary>
    private const int Block = 256;

    /// <summary>Whether two hashes count as one picture's.</summary>
    public static bool AreSimilar(in PerceptualHash a, in PerceptualHash b, int distance) =>
        BitOperations.PopCount(a.Across ^ b.Across) <= FirstWordLimit(distance) && a.DistanceTo(b) <= distance;

    /// <summary>Calls <paramref name="onPair"/> for each pair of indexes, from several threads, never twice at once.</summary>
    public static void Find(IReadOnlyList<PerceptualHash> hashes, int distance, Action<int, int> onPair, CancellationToken cancellationToken)
    {
        var all = hashes.ToArray();
        var words = Array.ConvertAll(all, hash => hash.Across);
        var gate = new Lock();
        var blocks = (all.Length + Block - 1) / Block;
        Parallel.For(0, blocks, new ParallelOptions { CancellationToken = cancellationToken }, block =>
        {
            var found = new List<(int, int)>();
            for (var i = block * Block; i < Math.Min(all.Length, (block + 1) * Block); i++)
            {
                FindLater(all, words, i, distance, found);
            }

            lock (gate)
            {
                found.ForEach(pair => onPair(pair.Item1, pair.Item2));
            }
        });
    }

    private static int FirstWordLimit(int distance) => distance * 3 / 8;

    private static void FindLater(PerceptualHash[] all, ulong[] words, int i, int distance, List<(int, int)> found)
    {
        var limit = FirstWordLimit(distance);
        var word = words[i];
        var j = i + 1;
        if (Avx2.IsSupported)
        {
            var mine = Vector256.Create(word);
            var most = Vector256.Create((ulong)limit);
            for (; j + 4 <= words.Length; j += 4)
            {
                var counts = PopCount(mine ^ Vector256.LoadUnsafe(ref words[j]));
                for (var near = Vector256.LessThanOrEqual(counts, most).ExtractMostSignificantBits(); near != 0; near &= near - 1)
                {
                    AddIfSimilar(all, i, j + BitOperations.TrailingZeroCount(near), distance, found);
                }
            }
        }

        for (; j < words.Length; j++)
        {
            if (BitOperations.PopCount(word ^ words[j]) <= limit)
            {
                AddIfSimilar(all, i, j, distance, found);
            }
        }
    }

    private static void AddIfSimilar(PerceptualHash[] all, int i, int j, int distance, List<(int, int)> found)
    {
        if (all[i].DistanceTo(all[j]) <= distance)
        {
            found.Add((i, j));
        }
    }

    /// <summary>Counts the bits of four words at once: each half byte is looked up, then the bytes of a word are summed (Mula, Kurz and Lemire 2018).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> PopCount(Vector256<ulong> words)
    {
        var table = Vector256.Create((byte)0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4, 0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4);
        var mask = Vector256.Create((byte)0x0F);
        var low = Avx2.Shuffle(table, words.AsByte() & mask);
        var high = Avx2.Shuffle(table, (words >>> 4).AsByte() & mask);
        return Avx2.SumAbsoluteDifferences(low + high, Vector256<byte>.Zero).AsUInt64();
    }
}
