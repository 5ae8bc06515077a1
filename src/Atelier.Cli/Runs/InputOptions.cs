using System.Collections.Immutable;
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
        var given = Read(invocation, out var mistakes);
        return given is null ? new InputResult(default, mistakes) : Bind(given, plan);
    }

    /// <summary>The run's inputs, checked; or every mistake in them.</summary>
    public static InputResult Bind(GivenInputs given, WorkflowPlan plan) =>
        InputBinder.Bind(plan.Inputs, given.Values, given.Texts, new InputFolders(Environment.CurrentDirectory, Path.GetDirectoryName(plan.File!)!));

    /// <summary>What was given, not yet checked; null with the mistakes where the file of inputs cannot be understood.</summary>
    public static GivenInputs? Read(Invocation invocation, out ImmutableArray<Diagnostic> mistakes)
    {
        mistakes = [];
        IReadOnlyDictionary<string, JsonElement> given = new Dictionary<string, JsonElement>();
        if (invocation.Get(FileOption) is { } path)
        {
            var (values, diagnostics) = InputFile.Read(Read(path), path);
            if (values is null)
            {
                mistakes = diagnostics;
                return null;
            }

            given = values;
        }

        return new GivenInputs(given, Texts(invocation));
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
