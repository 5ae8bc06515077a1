using System.Text.Json;
using Atelier.Engine.Runs;
using Atelier.Sdk;

namespace Atelier.Cli.Runs.Reports;

/// <summary>A run's report as one JSON object.</summary>
internal static class ReportJson
{
    public static void Write(Utf8JsonWriter writer, RunReport report)
    {
        var row = report.Row;
        writer.WriteStartObject();
        writer.WriteString("run", row.Run.ToString());
        writer.WriteString("workflow", row.WorkflowName);
        writer.WriteString("version", row.WorkflowDigest);
        writer.WriteString("state", report.State);
        writer.WriteString("outcome", row.Phase == RunPhase.Ended ? row.Outcome.ToText() : null);
        writer.WriteString("started", DateTimeOffset.FromUnixTimeMilliseconds(row.Started));
        writer.WriteString("changed", DateTimeOffset.FromUnixTimeMilliseconds(row.Changed));
        writer.WritePropertyName("inputs");
        JsonElement.Parse(row.Inputs).WriteTo(writer);
        WriteBlocks(writer, report);
        WriteCauses(writer, report);
        WriteErrors(writer, report);
        writer.WriteStartArray("waits");
        foreach (var wait in report.Waits)
        {
            writer.WriteStringValue(wait);
        }

        writer.WriteEndArray();
        writer.WritePropertyName("outputs");
        JsonElement.Parse(row.Output ?? "null"u8).WriteTo(writer);
        WriteSpending(writer, report);
        writer.WriteNumber("exit", report.Exit);
        writer.WriteEndObject();
    }

    private static void WriteSpending(Utf8JsonWriter writer, RunReport report)
    {
        writer.WritePropertyName("spending");
        if (report.Spending is not { } spending)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteRawValue(spending.ToJson());
    }

    public static void WriteFailure(Utf8JsonWriter writer, StepFailure failure)
    {
        writer.WriteString("code", failure.Code);
        writer.WriteString("kind", failure.Kind.ToString().ToLowerInvariant());
        writer.WriteString("message", failure.Message);
        writer.WriteString("detail", failure.Detail);
    }

    private static void WriteBlocks(Utf8JsonWriter writer, RunReport report)
    {
        writer.WriteStartArray("blocks");
        foreach (var block in report.Blocks)
        {
            writer.WriteStartObject();
            writer.WriteString("path", block.Path);
            writer.WriteString("collection", block.Collection);
            writer.WriteNumber("total", block.Counts.Ended);
            writer.WriteNumber("open", block.Opened - block.Counts.Ended);
            writer.WriteNumber("succeeded", block.Counts.Succeeded);
            writer.WriteNumber("empty", block.Counts.Empty);
            writer.WriteNumber("rejected", block.Counts.Rejected);
            writer.WriteNumber("failed", block.Counts.Failed);
            writer.WriteNumber("skipped", block.Counts.Skipped);
            writer.WriteNumber("cancelled", block.Counts.Cancelled);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteNumber("quarantined", report.Quarantined);
    }

    private static void WriteCauses(Utf8JsonWriter writer, RunReport report)
    {
        writer.WriteStartArray("causes");
        foreach (var cause in report.Causes)
        {
            writer.WriteStartObject();
            writer.WriteString("block", cause.Block);
            writer.WriteString("step", cause.Step);
            writer.WriteString("code", cause.Code);
            writer.WriteString("message", cause.Message);
            writer.WriteNumber("count", cause.Count);
            writer.WriteStartArray("keys");
            foreach (var key in cause.Keys)
            {
                writer.WriteStringValue(key);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteErrors(Utf8JsonWriter writer, RunReport report)
    {
        writer.WriteStartArray("errors");
        foreach (var error in report.Errors)
        {
            writer.WriteStartObject();
            writer.WriteString("step", error.Step);
            writer.WriteString("key", error.Key);
            writer.WriteNumber("attempt", error.Attempt);
            WriteFailure(writer, error.Failure);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
