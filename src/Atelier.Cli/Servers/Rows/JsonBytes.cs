using System.Text.Encodings.Web;
using System.Text.Json;

namespace Atelier.Cli.Servers.Rows;

/// <summary>Values as the store has them: what crosses HTTP escapes more letters.</summary>
internal static class JsonBytes
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Of(JsonElement value)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Relaxed))
        {
            value.WriteTo(writer);
        }

        return stream.ToArray();
    }

    public static byte[]? Of(JsonElement? value) => value is { } some ? Of(some) : null;
}
