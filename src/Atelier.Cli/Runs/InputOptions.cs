using System.CommandLine;
using System.Text.Json;
using Atelier.Cli.Workflows;
using Atelier.Language;
using Atelier.Language.Inputs;
using Atelier.Language.Plans;

namespace Atelier.Cli.Runs;

/// <summary>How inputs are given: <c>-i key=value</c> and <c>--inputs FILE</c>.</summary>
internal static class InputOptions
{
    private static readonly Option<string[]> Values = new("--input", "-i") { Description = "An input's value; lists as a,b or JSON, objects as JSON. Wins over --inputs.", HelpName = "KEY=VALUE" };
    private static readonly Option<string?> FileOption = new("--inputs") { Description = "A YAML or JSON file with inputs by name.", HelpName = "FILE" };

    public static void AddTo(Command command)
    {
        command.Options.Add(Values);
        command.Options.Add(FileOption);
    }

    /// <summary>The run's inputs, checked; or every mistake in them.</summary>
    public static InputResult Bind(Invocation invocation, WorkflowPlan plan)
    {
        IReadOnlyDictionary<string, JsonElement> given = new Dictionary<string, JsonElement>();
        if (invocation.Get(FileOption) is { } path)
        {
            var (values, diagnostics) = InputFile.Read(Read(path), path);
            if (values is null)
            {
                return new InputResult(default, diagnostics);
            }

            given = values;
        }

        var folders = new InputFolders(Environment.CurrentDirectory, Path.GetDirectoryName(plan.File!)!);
        return InputBinder.Bind(plan.Inputs, given, Texts(invocation), folders);
    }

    private static Dictionary<string, string> Texts(Invocation invocation)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in invocation.Get(Values) ?? [])
        {
            var split = pair.IndexOf('=', StringComparison.Ordinal);
            if (split <= 0)
            {
                throw CommandException.BadInput(CliCodes.BadArguments, $"`-i {pair}` is not KEY=VALUE");
            }

            texts[pair[..split]] = pair[(split + 1)..];
        }

        return texts;
    }

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CommandException.BadInput(CliCodes.FileTrouble, $"the file of inputs cannot be read: {exception.Message}");
        }
    }
}
