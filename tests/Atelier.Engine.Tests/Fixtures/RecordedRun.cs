using System.Text.Json;
using Atelier.Engine.Records;

namespace Atelier.Engine.Tests.Fixtures;

/// <summary>A run as it was recorded: its definition, its records in commit order, and what it came to. Kept as a file that later versions must still fold.</summary>
internal sealed record RecordedRun(int Seed, string Workflow, IReadOnlyList<RecordedRecord> Records, string Output)
{
    private static readonly JsonSerializerOptions Options = new() { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    public static string Folder => Path.Join(AppContext.BaseDirectory, "Fixtures");

    public static RecordedRun Read(string file) => JsonSerializer.Deserialize<RecordedRun>(File.ReadAllText(file), Options)!;

    public void Write(string file) => File.WriteAllText(file, JsonSerializer.Serialize(this, Options) + "\n");
}

/// <summary>One record with the name of its type and the number of its commit.</summary>
internal sealed record RecordedRecord(int Commit, string Type, JsonElement Record)
{
    public static RecordedRecord Of(int commit, RunRecord record) => new(commit, record.GetType().Name, JsonSerializer.SerializeToElement(record, record.GetType()));

    public RunRecord ToRecord() => (RunRecord)Record.Deserialize(typeof(RunRecord).Assembly.GetType($"Atelier.Engine.Records.{Type}", throwOnError: true)!)!;
}
