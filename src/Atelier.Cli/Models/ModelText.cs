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

    public static string SourceOf(ListedModel model) => model.Registration.BuiltIn ? "comes along (demo)" : model.Registration.Source;

    public static string FilesOf(ListedModel model) => model.Registration.Remote ? "-" : SizeText.Format(model.Registration.FileBytes);

    public static string MemoryOf(ListedModel model) => model.Registration.MemoryBytes is > 0 and var bytes ? SizeText.Format(bytes) : "-";

    /// <summary>The members of a JSON object that is begun, with every file.</summary>
    public static void Write(Utf8JsonWriter writer, RegisteredModel model)
    {
        Write(writer, ListedModel.Of(model));
        writer.WriteStartArray("file_list");
        foreach (var file in model.Files)
        {
            writer.WriteStartObject();
            writer.WriteString("name", file.Name);
            writer.WriteNumber("bytes", file.Bytes);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (model.Definition.Options is { } options)
        {
            writer.WritePropertyName("options");
            options.WriteTo(writer);
        }
    }

    /// <summary>The members of a JSON object that is begun.</summary>
    public static void Write(Utf8JsonWriter writer, ListedModel model)
    {
        var registration = model.Registration;
        writer.WriteString("name", model.Name);
        writer.WriteString("kind", model.Kind);
        writer.WriteString("origin", registration.BuiltIn ? "built-in" : "home");
        writer.WriteBoolean("demo", registration.Demo);
        writer.WriteString("source", registration.Source);
        writer.WriteString("where", registration.Where);
        writer.WriteString("device", registration.Device);
        writer.WriteString("digest", model.Digest);
        writer.WriteNumber("files", registration.Files);
        writer.WriteNumber("file_bytes", registration.FileBytes);
        writer.WriteNumber("memory_bytes", registration.MemoryBytes);
        writer.WriteNumber("batch_size", registration.BatchSize);
        writer.WriteBoolean("pin", registration.Pin);
        writer.WriteBoolean("preload", registration.Preload);
        writer.WriteString("too_large", registration.TooLarge);
        if (registration.Problem is not { } problem)
        {
            writer.WriteNull("problem");
            return;
        }

        writer.WriteStartObject("problem");
        writer.WriteString("code", problem.Code);
        writer.WriteString("message", problem.Message);
        writer.WriteEndObject();
    }
}
