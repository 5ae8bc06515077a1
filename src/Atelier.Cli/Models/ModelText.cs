using System.Text.Json;
using Atelier.Models.Registry;
using Atelier.Models.Runtime;
using Atelier.Sdk;
using Atelier.Sdk.Models;

namespace Atelier.Cli.Models;

/// <summary>What is registered, as programs and people read it.</summary>
internal static class ModelText
{
    public static string KindOf(RegisteredModel model) => (model.Check?.Identity.Kind ?? model.Definition.Kind) is { } kind ? KindNames.Of(kind) : "unknown";

    public static string SourceOf(RegisteredModel model) => model.IsBuiltIn ? "comes along (demo)" : model.Definition.Source.Text;

    public static string FilesOf(RegisteredModel model) => model.Definition.Source is ModelSource.Server ? "-" : SizeText.Format(model.FileBytes);

    public static string MemoryOf(RegisteredModel model) => model.Check is { Bytes: > 0 } check ? SizeText.Format(check.Bytes) : "-";

    /// <summary>The members of a JSON object that is begun; <paramref name="whole"/>: with every file.</summary>
    public static void Write(Utf8JsonWriter writer, RegisteredModel model, bool whole)
    {
        var (definition, check) = (model.Definition, model.Check);
        writer.WriteString("name", definition.Name);
        writer.WriteString("kind", KindOf(model));
        writer.WriteString("origin", model.IsBuiltIn ? "built-in" : "home");
        writer.WriteBoolean("demo", check?.Identity.IsDemo ?? model.IsBuiltIn);
        writer.WriteString("source", definition.Source.Text);
        writer.WriteString("where", definition.Where);
        writer.WriteString("device", definition.Device);
        writer.WriteString("digest", check?.Identity.Digest);
        writer.WriteNumber("files", model.Files.Count);
        writer.WriteNumber("file_bytes", model.FileBytes);
        writer.WriteNumber("memory_bytes", check?.Bytes ?? 0);
        writer.WriteNumber("batch_size", check?.BatchSize ?? definition.BatchSize ?? 0);
        writer.WriteBoolean("pin", definition.Pin);
        writer.WriteBoolean("preload", definition.Preload);
        writer.WriteString("too_large", check?.TooLarge?.Message);
        Problem(writer, model.Failure);
        if (whole)
        {
            writer.WriteStartArray("file_list");
            foreach (var file in model.Files)
            {
                writer.WriteStartObject();
                writer.WriteString("name", file.Name);
                writer.WriteNumber("bytes", file.Bytes);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            if (definition.Options is { } options)
            {
                writer.WritePropertyName("options");
                options.WriteTo(writer);
            }
        }
    }

    private static void Problem(Utf8JsonWriter writer, StepFailure? failure)
    {
        if (failure is null)
        {
            writer.WriteNull("problem");
            return;
        }

        writer.WriteStartObject("problem");
        writer.WriteString("code", failure.Code);
        writer.WriteString("message", failure.Message);
        writer.WriteEndObject();
    }
}
