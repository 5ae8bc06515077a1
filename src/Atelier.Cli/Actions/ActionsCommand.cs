using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Atelier.Cli.Terminals;
using Atelier.Hosting.Actions;
using Atelier.Sdk;

namespace Atelier.Cli.Actions;

/// <summary><c>atelier actions [show NAME]</c>: what steps can use.</summary>
internal static class ActionsCommand
{
    private static readonly Argument<string> Name = new("NAME");
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var command = new Command("actions", "List the actions that steps can use, or show one.");
        command.Subcommands.Add(new Command("show", "Show an action: its input and output, how its results are reused, an example.") { Name }.Does(ShowAsync));
        return command.Does(ListAsync);
    }

    private static async Task<int> ListAsync(Invocation invocation)
    {
        await using var actions = ActionSet.BuiltIn(invocation.Time);
        var all = actions.Registry.Names.Select(name => actions.Registry.Find(name)!).ToList();
        if (invocation.Terminal.Json)
        {
            invocation.Terminal.Write(writer =>
            {
                writer.WriteStartObject();
                writer.WriteStartArray("actions");
                all.ForEach(action => WriteJson(writer, action));
                writer.WriteEndArray();
                writer.WriteEndObject();
            });
            return ExitCodes.Done;
        }

        var table = new TextTable("ACTION", "REUSE", "WHAT IT DOES");
        all.ForEach(action => table.Add(action.Name, WordOf(action.Reuse), action.Summary));
        table.WriteTo(invocation.Terminal);
        invocation.Terminal.Tell("`atelier actions show NAME` shows one with its fields and an example.");
        return ExitCodes.Done;
    }

    private static async Task<int> ShowAsync(Invocation invocation)
    {
        await using var actions = ActionSet.BuiltIn(invocation.Time);
        var name = invocation.Get(Name)!;
        var action = actions.Registry.Find(name)
            ?? throw CommandException.Refused(CliCodes.NoSuchAction, $"there is no action `{name}`. `atelier actions` lists them");
        if (invocation.Terminal.Json)
        {
            invocation.Terminal.Write(writer => WriteJson(writer, action));
            return ExitCodes.Done;
        }

        ActionText.Write(action, invocation.Terminal);
        return ExitCodes.Done;
    }

    private static void WriteJson(Utf8JsonWriter writer, ActionDescriptor action)
    {
        writer.WriteStartObject();
        writer.WriteString("name", action.Name);
        writer.WriteNumber("version", action.Version);
        writer.WriteString("summary", action.Summary);
        writer.WriteString("reuse", WordOf(action.Reuse));
        writer.WriteString("reuse_outside_items", action.ReuseOutsideItems is { } outside ? WordOf(outside) : null);
        writer.WriteString("queue", action.Queue);
        writer.WriteBoolean("idempotent", action.Idempotent);
        writer.WriteBoolean("source", action.IsSource);
        writer.WritePropertyName("input");
        writer.WriteRawValue(action.InputSchema.ToJsonString(Indented));
        writer.WritePropertyName("output");
        writer.WriteRawValue(action.OutputSchema.ToJsonString(Indented));
        writer.WriteString("example", action.Example);
        writer.WriteEndObject();
    }

    internal static string WordOf(ReuseClass reuse) => reuse.ToString().ToLowerInvariant();
}
