using System.Text.Json;
using Atelier.Models.Memory;

namespace Atelier.Cli.Models;

/// <summary>What is in memory, as JSON.</summary>
internal static class MemoryJson
{
    /// <summary>Writes the members <c>devices</c> and <c>memory</c> of an object that is open.</summary>
    public static void Write(Utf8JsonWriter writer, MemorySnapshot snapshot)
    {
        writer.WriteStartArray("devices");
        foreach (var device in snapshot.Devices)
        {
            writer.WriteStartObject();
            writer.WriteString("device", device.Device);
            writer.WriteNumber("limit", device.Limit);
            writer.WriteNumber("held", device.Held);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("memory");
        foreach (var model in snapshot.Models)
        {
            writer.WriteStartObject();
            writer.WriteString("name", model.Name);
            writer.WriteString("device", model.Device);
            writer.WriteString("state", model.State);
            writer.WriteNumber("bytes", model.Bytes);
            writer.WriteNumber("need", model.Need);
            writer.WriteNumber("in_use", model.InUse);
            writer.WriteBoolean("pinned", model.Pinned);
            writer.WriteNumber("waiting", model.Waiting);
            writer.WriteString("reason", model.Reason);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
