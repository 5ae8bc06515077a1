using Atelier.Language.Yaml;

namespace Atelier.Language.Definitions;

/// <summary>Reads the keys of a step with <c>uses</c>.</summary>
internal static class ActionReader
{
    public static StepDefinition Read(MapReader reader) => new ActionStepDefinition
    {
        Uses = reader.Text("uses"),
        With = reader.Node("with"),
        Retry = RetryReader.Read(reader.Node("retry"), reader.Diagnostics),
        Timeout = reader.Duration("timeout"),
        Queue = reader.Text("queue")?.Text,
        Cache = CacheReader.Read(reader.Node("cache"), reader.Diagnostics),
        Idempotent = reader.Boolean("idempotent"),
        Priority = reader.Integer("priority", -100, 100),
        Undo = ReadUndo(reader.Node("undo"), reader.Diagnostics),
    };

    private static ActionStepDefinition? ReadUndo(YamlNode? node, DiagnosticBag diagnostics)
    {
        if (node is null || MapReader.Of(node, "`undo`", diagnostics) is not { } reader)
        {
            return null;
        }

        reader.RejectUnknown("uses", "with", "retry", "timeout", "queue");
        if (reader.Required("uses", "Name the action that undoes this one.") is null)
        {
            return null;
        }

        return new ActionStepDefinition
        {
            Id = "undo",
            IdPosition = node.Position,
            Position = node.Position,
            Uses = reader.Text("uses"),
            With = reader.Node("with"),
            Retry = RetryReader.Read(reader.Node("retry"), diagnostics),
            Timeout = reader.Duration("timeout"),
            Queue = reader.Text("queue")?.Text,
        };
    }
}
