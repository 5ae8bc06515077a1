using System.Buffers;
using System.Text.Json;

namespace Atelier.Engine.Values;

/// <summary>What a loop yields: the round's members (or <c>value</c> when it is no map) with <c>rounds</c> and <c>converged</c>.</summary>
internal static class LoopOutput
{
    public static byte[] Of(byte[] round, long rounds, bool converged)
    {
        var buffer = new ArrayBufferWriter<byte>(round.Length + 48);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            var value = JsonElement.Parse(round);
            if (value.ValueKind == JsonValueKind.Object)
            {
                foreach (var member in value.EnumerateObject())
                {
                    if (member.Name is not ("rounds" or "converged"))
                    {
                        member.WriteTo(writer);
                    }
                }
            }
            else
            {
                writer.WritePropertyName("value");
                value.WriteTo(writer);
            }

            writer.WriteNumber("rounds", rounds);
            writer.WriteBoolean("converged", converged);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
