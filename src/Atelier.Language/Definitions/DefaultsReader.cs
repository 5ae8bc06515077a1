using Atelier.Language.Yaml;

namespace Atelier.Language.Definitions;

/// <summary>Reads the workflow's <c>defaults</c>.</summary>
internal static class DefaultsReader
{
    public static DefaultsDefinition Read(YamlNode? node, DiagnosticBag diagnostics)
    {
        if (node is null || MapReader.Of(node, "`defaults`", diagnostics) is not { } reader)
        {
            return DefaultsDefinition.None;
        }

        reader.RejectUnknown("retry", "timeout", "total_timeout", "queue", "cache", "priority");
        return new DefaultsDefinition
        {
            Retry = RetryReader.Read(reader.Node("retry"), diagnostics),
            Timeout = reader.Duration("timeout"),
            TotalTimeout = reader.Duration("total_timeout"),
            Queue = reader.Text("queue")?.Text,
            Cache = CacheReader.Read(reader.Node("cache"), diagnostics),
            Priority = reader.Integer("priority", -100, 100),
        };
    }
}
