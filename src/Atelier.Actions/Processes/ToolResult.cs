using System.ComponentModel;
using System.Text.Json.Serialization;
using Atelier.Sdk;

namespace Atelier.Actions.Processes;

/// <summary>The output of a program that leaves no result file.</summary>
internal sealed record ToolResult
{
    [Description("The exit code.")]
    public required int ExitCode { get; init; }

    [Description("Standard output as text, without the last line's end; its last 64 KiB when there is more.")]
    public required string Stdout { get; init; }

    [Description("Standard error, likewise.")]
    public required string Stderr { get; init; }

    [Description("The whole standard output, when it is more than the text holds (up to 64 MiB).")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Artifact? StdoutFile { get; init; }

    [Description("The whole standard error, likewise.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Artifact? StderrFile { get; init; }
}
