using System.CommandLine;
using System.Text.Json;
using Atelier.Cli.Homes.Desks;
using Atelier.Cli.Runs;
using Atelier.Cli.Terminals;
using Atelier.Engine.Runs;
using Atelier.Hosting.Actions;
using Atelier.Language.Inputs;

namespace Atelier.Cli.Workflows;

/// <summary><c>atelier demo</c>: enriches the small collection of paintings that comes with the product, by the demo models or by one of a local server.</summary>
internal static class DemoCommand
{
    private const string Example = "examples/wikiart-enrichment/workflow.yaml";
    private const string OutputFolder = "atelier-demo";
    private const string Page = "contact-sheet.html";
    private static readonly Option<string?> Model = new("--model") { Description = "What describes the paintings: a name of `atelier models list`, or a model of a local server such as llava@ollama. Default: a demo model.", HelpName = "NAME" };

    public static Command Create() => new Command("demo", "See a small collection of paintings being enriched.") { Model }.DoesHere(RunAsync);

    private static async Task<int> RunAsync(Invocation invocation)
    {
        var terminal = invocation.Terminal;
        var path = FindExample() ?? throw CommandException.Refused(CliCodes.FileTrouble, $"this installation has no {Example}");
        await using var actions = ActionSet.BuiltIn(invocation.Time);
        var file = WorkflowLoading.Load(path, actions, invocation.Time);
        if (file.Plan is null)
        {
            return WorkflowLoading.Refuse(file.Diagnostics, terminal);
        }

        // Results belong where the person is, not into the installation.
        var output = Path.GetFullPath(OutputFolder);
        var given = new Dictionary<string, JsonElement> { ["out"] = JsonSerializer.SerializeToElement(output) };
        var model = invocation.Get(Model);
        if (model is not null)
        {
            if (await DemoModel.CheckAsync(model, file.Plan, actions, invocation).ConfigureAwait(false) is { } problem)
            {
                throw CommandException.BadInput(CliCodes.BadArguments, problem);
            }

            given["describer"] = JsonSerializer.SerializeToElement(model);
        }

        var inputs = InputBinder.Bind(file.Plan.Inputs, given, new InputFolders(Environment.CurrentDirectory, Path.GetDirectoryName(path)!));
        if (!inputs.IsValid)
        {
            return WorkflowLoading.Refuse(inputs.Diagnostics, terminal);
        }

        terminal.Tell($"""
            Enriching the paintings beside {Texts.PathText(path)}: tags, {(model is null ? "captions, " : string.Empty)}objects and vectors by the demo models{(model is null ? string.Empty : $", captions by {model}")}.
            Stop it whenever you like; `atelier resume` goes on.
            """);
        await using var attended = new AttendedSession(await invocation.OpenDeskAsync().ConfigureAwait(false), invocation);
        var started = await attended.StartAsync(new RunStart(file, GivenInputs.None, inputs.Values, RunOptions.None, invocation.NewKey())).ConfigureAwait(false);
        var run = started.Run!.Value;
        var exit = await attended.ShowAsync(run, file.Plan, wait: false).ConfigureAwait(false);
        if (exit is ExitCodes.Done or ExitCodes.Quarantined)
        {
            TellNext(terminal, run.ToString(), path, output);
        }

        return exit;
    }

    private static void TellNext(Terminal terminal, string run, string path, string output)
    {
        if (File.Exists(Path.Join(output, Page)))
        {
            terminal.Tell($"\nOpen {Texts.PathText(Path.Join(output, Page))} in a browser: tags, captions, boxes, search by text and by meaning, and a map of the paintings.");
        }

        if (Directory.Exists(output))
        {
            terminal.Tell($"\nMade in {Texts.PathText(output)}: {string.Join(", ", Directory.EnumerateFileSystemEntries(output).Select(Path.GetFileName).Order(StringComparer.Ordinal))}.");
        }

        terminal.Tell($"""

            What to type next:
              atelier demo                        again: everything is taken from what was recorded
              atelier demo --model llava@ollama   captions by a model of a server on this machine (`atelier doctor` finds it)
              atelier runs items {run,-17}every painting and what became of it
              atelier export {run} --format html -o paintings.html
              atelier run {Texts.PathText(path)} -i folder=PICTURES -i search="a red boat"
              atelier new                         a workflow of your own
            """);
    }

    private static string? FindExample()
    {
        for (var folder = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var file = Path.Join(folder, Example);
            if (File.Exists(file))
            {
                return file;
            }
        }

        return null;
    }
}
