using System.ComponentModel;
using System.Text.Json;

namespace Atelier.Actions.Processes;

/// <summary>What <c>process.run</c> takes: exactly one of <see cref="Argv"/> and <see cref="Script"/>.</summary>
internal sealed record ProcessRunInput : ToolInput
{
    [Description("The program and its arguments; no shell reads them. An artifact becomes the path of a file with its bytes; {work} and {base} in a text become the work folder and the workflow's folder.")]
    public IReadOnlyList<JsonElement>? Argv { get; init; }

    [Description("A script's text. Expressions are not filled in here: give data by `env`, `args` or `input`.")]
    public string? Script { get; init; }

    [Description("What runs the script: bash (which ends at the first failing command), sh, python3, node, or another program that takes a file.")]
    [DefaultValue("bash")]
    public string Interpreter { get; init; } = "bash";

    [Description("Arguments of the script, as in `argv`.")]
    public IReadOnlyList<JsonElement>? Args { get; init; }

    [Description("Where the program starts. Default: the workflow's folder.")]
    public string? Cwd { get; init; }
}
