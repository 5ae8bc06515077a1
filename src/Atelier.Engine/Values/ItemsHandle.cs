using System.Buffers;
using System.Text.Json;
using Atelier.Engine.Runs;
using Atelier.Engine.State;

namespace Atelier.Engine.Values;

/// <summary>
/// The stored form of rows: <c>{"$items":{"run":17,"source":2,"block":0,"count":3,"hash":"..."}}</c>. In fingerprints only hash and count stand.
/// </summary>
internal static class ItemsHandle
{
    public const string Member = "$items";

    /// <summary>A paged step's output.</summary>
    public static byte[] OfSource(RunId run, SourceState source) =>
        Write(writer => WriteHandle(writer, run, source.Number, 0, source.Count, source.SetHash.ToHex()));

    /// <summary>The stored form of rows as a value.</summary>
    public static byte[] Of(ItemsValue items) =>
        Write(writer => WriteHandle(writer, items.Run, items.Source, items.Block, items.Rows, items.Hash));

    /// <summary>A for_each's output: counts and items.</summary>
    public static byte[] OfBlock(RunId run, BlockState block) => Write(writer =>
    {
        var counts = block.Counts;
        writer.WriteStartObject();
        writer.WriteNumber("total", counts.Ended);
        writer.WriteNumber("succeeded", counts.Succeeded);
        writer.WriteNumber("empty", counts.Empty);
        writer.WriteNumber("rejected", counts.Rejected);
        writer.WriteNumber("failed", counts.Failed);
        writer.WriteNumber("skipped", counts.Skipped);
        writer.WritePropertyName("items");
        WriteHandle(writer, run, block.Source!.Number, block.Number, counts.Ended, block.SetHash.ToHex());
        writer.WriteEndObject();
    });

    public static void WriteHandle(Utf8JsonWriter writer, RunId run, int source, int block, long count, string hash)
    {
        writer.WriteStartObject();
        writer.WriteStartObject(Member);
        writer.WriteNumber("run", run.Value);
        writer.WriteNumber("source", source);
        writer.WriteNumber("block", block);
        writer.WriteNumber("count", count);
        writer.WriteString("hash", hash);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            write(writer);
        }

        return buffer.WrittenSpan.ToArray();
    }
}
