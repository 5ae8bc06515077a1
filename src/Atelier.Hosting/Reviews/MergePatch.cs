using System.Text.Json;

namespace Atelier.Hosting.Reviews;

/// <summary>Merges edits into a value as RFC 7396 has it: members replace members, objects merge, null removes.</summary>
public static class MergePatch
{
    /// <summary>Writes the merged value; without a value the edits, without edits the value, without both null.</summary>
    public static void Write(Utf8JsonWriter writer, JsonElement? value, JsonElement? edits)
    {
        if (edits is not { } patch)
        {
            if (value is { } same)
            {
                same.WriteTo(writer);
            }
            else
            {
                writer.WriteNullValue();
            }

            return;
        }

        if (patch.ValueKind != JsonValueKind.Object)
        {
            patch.WriteTo(writer);
            return;
        }

        writer.WriteStartObject();
        var target = value is { ValueKind: JsonValueKind.Object } map ? map : JsonElement.Parse("{}"u8);
        foreach (var member in target.EnumerateObject().Where(member => !patch.TryGetProperty(member.Name, out _)))
        {
            member.WriteTo(writer);
        }

        foreach (var member in patch.EnumerateObject().Where(static member => member.Value.ValueKind != JsonValueKind.Null))
        {
            writer.WritePropertyName(member.Name);
            Write(writer, target.TryGetProperty(member.Name, out var old) ? old : null, member.Value);
        }

        writer.WriteEndObject();
    }
}
