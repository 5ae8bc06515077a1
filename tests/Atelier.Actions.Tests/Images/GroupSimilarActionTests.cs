using System.Text.Json;
using Atelier.Actions.Images.Analysis;
using Atelier.Actions.Images.Grouping;
using Atelier.Sdk;
using Xunit;

namespace Atelier.Actions.Tests.Images;

public sealed class GroupSimilarActionTests(MediaHost host) : ImageTests(host)
{
    [Fact]
    public async Task GroupSimilar_VariantsOfRealPictures_FindsAllAndNoFalsePair()
    {
        var rows = new List<object>();
        foreach (var path in SharedPictures.All())
        {
            var name = Path.GetFileName(Path.GetDirectoryName(path)) + "-" + Path.GetFileNameWithoutExtension(path);
            var image = await LinkAsync(path);
            rows.Add(await RowAsync($"{name}/original", image));
            var half = (await SucceedAsync("images.info", new { image })).GetProperty("width").GetInt32() / 2;
            rows.Add(await RowAsync($"{name}/half", Made(await SucceedAsync("images.convert", new { image, width = half }))));
            foreach (var (variant, action, input) in Variants(image))
            {
                rows.Add(await RowAsync($"{name}/{variant}", Made(await SucceedAsync(action, input))));
            }
        }

        var output = await SucceedAsync("images.group_similar", new { items = rows });
        var groups = Groups(output);
        var falsePairs = groups.Where(group => group.Select(Picture).Distinct().Count() > 1).ToList();
        Assert.True(falsePairs.Count == 0, string.Join('\n', falsePairs.Select(group => string.Join(' ', group))));
        var variants = rows.Count - SharedPictures.All().Count;
        var found = groups.Sum(group => group.Count(key => group.Contains(Picture(key) + "/original") && !key.EndsWith("/original", StringComparison.Ordinal)));
        Assert.True(found >= 0.98 * variants, $"{found} of {variants}");
    }

    [Fact]
    public async Task GroupSimilar_PhotoAdded_LeavesOtherGroupsKeysUnchanged()
    {
        var random = new Random(11);
        var bases = Enumerable.Range(0, 40).Select(_ => Random256(random)).ToList();
        var rows = new List<(string Key, string Hash)>();
        foreach (var (hash, group) in bases.Select((hash, index) => (hash, index)))
        {
            rows.AddRange(Enumerable.Range(0, 3).Select(i => ($"g{group:00}-{i}", Flip(hash, random, 10).ToString())));
        }

        var before = Groups(await GroupAsync(rows)).ToDictionary(group => group[0]);
        for (var round = 0; round < 40; round++)
        {
            // A copy of one picture under a key that sorts anywhere, at any place of the list.
            var added = rows.ToList();
            var like = random.Next(40);
            added.Insert(random.Next(added.Count), ($"{(char)('a' + random.Next(26))}-new", Flip(bases[like], random, 10).ToString()));
            var after = Groups(await GroupAsync(added)).ToDictionary(group => group[0]);
            var others = before.Where(pair => !pair.Value[0].StartsWith($"g{like:00}", StringComparison.Ordinal)).ToList();
            Assert.Equal(39, others.Count);
            Assert.All(others, pair => Assert.Equal(pair.Value, after[pair.Key]));
        }
    }

    [Fact]
    public async Task GroupSimilar_OrderOfItems_DoesNotMatter()
    {
        var random = new Random(5);
        var rows = Enumerable.Range(0, 30).SelectMany(group =>
        {
            var hash = Random256(random);
            return Enumerable.Range(0, 3).Select(i => ($"{group}-{i}", Flip(hash, random, 12).ToString())).ToList();
        }).ToList();
        var expected = (await GroupAsync(rows)).GetRawText();
        random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(rows));
        Assert.Equal(expected, (await GroupAsync(rows)).GetRawText());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(56)]
    [InlineData(110)]
    public void Find_AnyDistance_GivesThePairsOfComparingEach(int distance)
    {
        var random = new Random(distance);
        var hashes = new List<PerceptualHash> { Random256(random) };
        for (var i = 1; i < 603; i++)
        {
            hashes.Add(Flip(hashes[random.Next(i)], random, random.Next(80)));
        }

        var found = new List<(int, int)>();
        SimilarPairs.Find(hashes, distance, (a, b) => found.Add((a, b)), CancellationToken.None);
        var expected = from a in Enumerable.Range(0, hashes.Count)
                       from b in Enumerable.Range(a + 1, hashes.Count - a - 1)
                       where SimilarPairs.AreSimilar(hashes[a], hashes[b], distance)
                       select (a, b);
        Assert.Equal(expected, found.Order());
    }

    [Fact]
    public async Task GroupSimilar_Window_JoinsOnlyWhatWasTakenTogether()
    {
        var hash = Random256(new Random(2)).ToString();
        var items = new[]
        {
            new { key = "a", hash, taken = "2020-01-01T10:00:00Z" }, new { key = "b", hash, taken = "2020-01-01T10:00:02Z" },
            new { key = "c", hash, taken = "2020:01:01 10:00:04" }, new { key = "d", hash, taken = "2020-01-01T10:00:08Z" },
            new { key = "e", hash, taken = (string)null! },
        };
        var output = await SucceedAsync("images.group_similar", new { items, window = "3s", singles = true });
        Assert.Equal(["a b c", "d", "e"], Groups(output).Select(group => string.Join(' ', group)));
        Assert.Equal(["a b c d e"], Groups(await SucceedAsync("images.group_similar", new { items })).Select(group => string.Join(' ', group)));
    }

    [Fact]
    public async Task GroupSimilar_Prefer_ChoosesTheBestAsRepresentative()
    {
        var hash = Random256(new Random(2)).ToString();
        var items = new[] { new { key = "a", look = new { hash, score = 3.0 } }, new { key = "b", look = new { hash, score = 7.5 } } };
        var output = await SucceedAsync("images.group_similar", new { items, hash = "look.hash", prefer = "look.score" });
        var group = Assert.Single(output.GetProperty("groups").EnumerateArray());
        Assert.Equal(("a", "b"), (group.GetProperty("key").GetString(), group.GetProperty("representative").GetString()));
        Assert.Equal(1, output.GetProperty("duplicates").GetInt32());
    }

    [Fact]
    public async Task GroupSimilar_ItemsOfABlock_UsesTheirKeysAndCountsThoseWithoutHash()
    {
        var value = JsonSerializer.SerializeToElement(new { hash = Random256(new Random(2)).ToString() });
        var handle = Context.Handle([new Row("x, \"1\"\n", "succeeded", value), new Row("😀", "succeeded", value), new Row("gone", "failed", default)]);
        var output = await SucceedAsync("images.group_similar", new { items = handle });
        Assert.Equal(["x, \"1\"\n", "😀"], Assert.Single(Groups(output)));
        Assert.Equal((2, 1), (output.GetProperty("pictures").GetInt32(), output.GetProperty("without_hash").GetInt32()));
    }

    [Theory]
    [InlineData("""{"items":[{"hash":"abc"}]}""", "the item `0` has `abc` at `hash`, which is no hash of images.hash")]
    [InlineData("""{"items":[],"window":"soon"}""", "`window`")]
    public async Task GroupSimilar_WrongInput_IsNamed(string input, string message)
    {
        var failure = await FailAsync("images.group_similar", input);
        Assert.Equal("ATL5001", failure.Code);
        Assert.Contains(message, failure.Message);
    }

    private static IEnumerable<(string Name, string Action, object Input)> Variants(Artifact image)
    {
        yield return ("q40", "images.convert", new { image, quality = 40 });
        yield return ("darker", "images.adjust", new { image, brightness = 0.9 });
        yield return ("lighter", "images.adjust", new { image, brightness = 1.1 });
        yield return ("crop", "images.crop", new { image, left = 0.025, top = 0.025, width = 0.95, height = 0.95, unit = "fraction" });
        yield return ("crop-each-side", "images.crop", new { image, left = 0.05, top = 0.05, width = 0.9, height = 0.9, unit = "fraction" });
        yield return ("crop-corner", "images.crop", new { image, left = 0.05, top = 0.05, unit = "fraction" });
        yield return ("crop-left", "images.crop", new { image, left = 0.05, unit = "fraction" });
    }

    private static string Picture(string key) => key.Split('/')[0];

    internal static PerceptualHash Random256(Random random) =>
        new((ulong)random.NextInt64() ^ ((ulong)random.NextInt64() << 1), (ulong)random.NextInt64() ^ ((ulong)random.NextInt64() << 1), (ulong)random.NextInt64() ^ ((ulong)random.NextInt64() << 1), (ulong)random.NextInt64() ^ ((ulong)random.NextInt64() << 1));

    internal static PerceptualHash Flip(PerceptualHash hash, Random random, int bits)
    {
        ulong[] words = [hash.Across, hash.Down, hash.Surround, hash.Diagonal];
        for (var i = 0; i < bits; i++)
        {
            words[i % 4] ^= 1UL << random.Next(64);
        }

        return new PerceptualHash(words[0], words[1], words[2], words[3]);
    }

    private static List<List<string>> Groups(JsonElement output) =>
        [.. output.GetProperty("groups").EnumerateArray().Select(group => group.GetProperty("members").EnumerateArray().Select(key => key.GetString()!).ToList())];

    private Task<JsonElement> GroupAsync(IEnumerable<(string Key, string Hash)> rows) =>
        SucceedAsync("images.group_similar", new { items = rows.Select(row => new { key = row.Key, hash = row.Hash }) });

    private async Task<object> RowAsync(string key, Artifact image) =>
        new { key, hash = (await SucceedAsync("images.hash", new { image })).GetProperty("hash").GetString() };
}
