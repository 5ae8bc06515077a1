using System.ComponentModel;
using System.Text.Json;
using Atelier.Sdk;

namespace Atelier.Actions.Processes;

/// <summary>What processes and containers both take.</summary>
internal abstract record ToolInput
{
    [Description("Variables by name: texts and numbers as they stand, an artifact as the path of a file with its bytes, other values as JSON.")]
    public IReadOnlyDictionary<string, JsonElement>? Env { get; init; }

    [Description("What the program reads on standard input: text as it stands, an artifact's bytes, any other value as JSON. Default: nothing.")]
    public JsonElement Stdin { get; init; }

    [Description("Any value; the program finds it as JSON in the file that ATELIER_INPUT names.")]
    public JsonElement Input { get; init; }

    [Description("Artifacts by file name: each is put into the work folder (ATELIER_WORK) under that name.")]
    public IReadOnlyDictionary<string, Artifact>? Files { get; init; }

    [Description("Patterns of files that the program leaves in the work folder; they become artifacts in the output's `files`.")]
    public OneOrMany? Collect { get; init; }

    [Description("What exit codes mean, such as { \"3\": rejected, \"75\": transient }; `*` stands for all others. Default: 0 succeeded, others permanent.")]
    public IReadOnlyDictionary<string, ExitMeaning>? ExitCodes { get; init; }
}
