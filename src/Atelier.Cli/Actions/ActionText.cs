using System.Text.Json.Nodes;
using Atelier.Cli.Terminals;
using Atelier.Sdk;

namespace Atelier.Cli.Actions;

/// <summary>An action as people read it.</summary>
internal static class ActionText
{
    public static void Write(ActionDescriptor action, Terminal terminal)
    {
        terminal.Say($"{action.Name} (version {action.Version}): {action.Summary}");
        terminal.Say(string.Empty);
        terminal.Say($"reuse: {ActionsCommand.WordOf(action.Reuse)}{(action.ReuseOutsideItems is { } outside ? $", outside items {ActionsCommand.WordOf(outside)}" : string.Empty)}    queue: {action.Queue}{(action.Idempotent ? string.Empty : "    never run again by itself")}{(action.IsSource ? "    yields rows by pages" : string.Empty)}");
        WriteFields("with:", action.InputSchema, terminal);
        WriteFields(action.IsSource ? "each row:" : "yields:", action.OutputSchema, terminal);
        terminal.Say(string.Empty);
        terminal.Say("example:");
        foreach (var line in action.Example.TrimEnd().Split('\n'))
        {
            terminal.Say("  " + line);
        }
    }

    private static void WriteFields(string title, JsonNode schema, Terminal terminal)
    {
        terminal.Say(string.Empty);
        terminal.Say(title);
        if (schema is not JsonObject map || map["properties"] is not JsonObject properties)
        {
            terminal.Say($"  {(schema is JsonObject other ? TypeOf(other) : "any value")}");
            return;
        }

        var required = map["required"] is JsonArray names ? names.Select(static name => name!.GetValue<string>()).ToHashSet() : [];
        foreach (var (name, field) in properties)
        {
            var about = field as JsonObject;
            var type = about is null ? "any value" : TypeOf(about);
            var standard = about?["default"] is { } value ? $", default {value.ToJsonString()}" : required.Contains(name) ? ", required" : string.Empty;
            var text = about?["description"]?.GetValue<string>();
            terminal.Say($"  {name}: {type}{standard}");
            if (text is not null)
            {
                terminal.Say($"      {text}");
            }
        }
    }

    private static string TypeOf(JsonObject schema)
    {
        if (schema["enum"] is JsonArray values)
        {
            return string.Join(" | ", values.Where(static value => value is not null).Select(static value => value!.ToString()));
        }

        if (schema["format"]?.GetValue<string>() is { } format)
        {
            return format;
        }

        return schema["type"] switch
        {
            JsonArray types => string.Join(" or ", types.Select(static type => type!.GetValue<string>()).Where(static type => type != "null")),
            JsonValue type => type.GetValue<string>() == "array" && schema["items"] is JsonObject items ? $"list of {TypeOf(items)}" : type.GetValue<string>(),
            _ => "any value",
        };
    }
}
