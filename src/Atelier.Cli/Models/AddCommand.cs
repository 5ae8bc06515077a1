using System.CommandLine;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Atelier.Models.Bench;
using Atelier.Models.Registry;
using Atelier.Models.Runtime;
using Atelier.Sdk;

namespace Atelier.Cli.Models;

/// <summary><c>atelier models add NAME SOURCE</c>: registers a model after it has been loaded and asked once.</summary>
internal static partial class AddCommand
{
    /// <summary>No host can run here at all; what is wrong is not the model.</summary>
    private const string CannotStart = "ATL6001";

    private static readonly Argument<string> Name = new("NAME") { Description = "What workflows call it." };
    private static readonly Argument<string> Source = new("SOURCE") { Description = "A folder in Hugging Face layout, an .onnx file, hub:OWNER/NAME that was pulled, or the address of an OpenAI-compatible server." };
    private static readonly Option<string?> Kind = new("--kind") { Description = "What it can be asked, where its files do not tell.", HelpName = "KIND" };
    private static readonly Option<string?> Device = new("--device") { Description = "Where it is loaded: cpu, cuda, webgpu. Default: cpu.", HelpName = "DEVICE" };
    private static readonly Option<string?> Memory = new("--memory") { Description = "What it takes when loaded, where the estimate is wrong.", HelpName = "SIZE" };
    private static readonly Option<int?> BatchSize = new("--batch-size") { Description = "Questions put together at most. Default: 8.", HelpName = "N" };
    private static readonly Option<bool> Pin = new("--pin") { Description = "It leaves memory only when nothing else can." };
    private static readonly Option<bool> Preload = new("--preload") { Description = "Load it when the home is opened." };
    private static readonly Option<string?> Options = new("--options") { Description = "What its kind may be told, as a JSON object or @FILE: dtype, preprocessing and detection of an ONNX graph and so on.", HelpName = "JSON" };
    private static readonly Option<string[]> Labels = new("--label") { Description = "Its word for its next class, where its files name none. May be given more than once.", HelpName = "WORD" };
    private static readonly Option<string?> ServerModel = new("--model") { Description = "For a server: what it is called there. Default: NAME.", HelpName = "NAME" };
    private static readonly Option<string?> Key = new("--api-key") { Description = "For a server: the secret of the home that holds the key.", HelpName = "SECRET" };
    private static readonly Option<bool> Replace = new("--replace") { Description = "Take the place of a model of that name." };
    private static readonly Option<bool> Untried = new("--untried") { Description = "Register it without loading it." };

    public static Command Create() => new Command("add", "Register a model in the home. It is loaded and asked once first, so that wrong files and tensors are told here.")
    {
        Name, Source, Kind, Device, Memory, BatchSize, Pin, Preload, Options, Labels, ServerModel, Key, Replace, Untried,
    }.DoesHere(AddAsync);

    private static async Task<int> AddAsync(Invocation invocation)
    {
        var name = invocation.Get(Name)!;
        if (!PlainName().IsMatch(name))
        {
            throw CommandException.BadInput(CliCodes.BadArguments, $"`{name}` is no name of a model: such a name is of letters, digits and `. _ - / :`, and begins with a letter or digit");
        }

        var entry = ModelEntry.Text(EntryOf(invocation));
        await using var runtime = LocalModels.Open(invocation);
        using var scope = runtime.For(new WorkflowModels { Models = [new WorkflowModel(name, entry, "the arguments")] }, Environment.CurrentDirectory);
        if (scope.Mistakes is [var mistake, ..])
        {
            throw CommandException.BadInput(mistake.Code, mistake.Message);
        }

        var checkedModel = await scope.CheckAsync(name, invocation.Interrupted).ConfigureAwait(false);
        if (!checkedModel.TryGet(out var check, out var failure))
        {
            throw CommandException.Refused(failure.Code, failure.Message);
        }

        await TryAsync(invocation, runtime, scope, name).ConfigureAwait(false);
        Register(invocation, runtime.Registry.File, name, entry);
        if (invocation.Terminal.Json)
        {
            invocation.Terminal.Write(writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("name", name);
                writer.WriteString("kind", KindNames.Of(check.Identity.Kind));
                writer.WriteString("source", check.Source);
                writer.WriteString("digest", check.Identity.Digest);
                writer.WriteNumber("memory_bytes", check.Bytes);
                writer.WriteEndObject();
            });
        }
        else
        {
            invocation.Terminal.Say($"{name} ({KindNames.Of(check.Identity.Kind)}) is in {Terminals.Texts.PathText(runtime.Registry.File)}.");
        }

        return ExitCodes.Done;
    }

    private static JsonObject EntryOf(Invocation invocation)
    {
        var entry = new JsonObject { ["source"] = SourceOf(invocation.Get(Source)!) };
        Set("kind", invocation.Get(Kind));
        Set("device", invocation.Get(Device));
        Set("memory", invocation.Get(Memory));
        Set("batch_size", invocation.Get(BatchSize));
        Set("pin", invocation.Get(Pin) ? true : null);
        Set("preload", invocation.Get(Preload) ? true : null);
        Set("options", OptionsOf(invocation));
        Set("labels", invocation.Get(Labels) is { Length: > 0 } labels ? new JsonArray([.. labels.Select(static label => JsonValue.Create(label))]) : null);
        Set("model", invocation.Get(ServerModel));
        Set("api_key", invocation.Get(Key));
        return entry;

        void Set(string key, JsonNode? value)
        {
            if (value is not null)
            {
                entry[key] = value;
            }
        }
    }

    /// <summary>A path as the current folder means it: relative sources of a registry start at the home.</summary>
    private static string SourceOf(string written) =>
        written.StartsWith("hub:", StringComparison.Ordinal) || written.Contains("://", StringComparison.Ordinal) ? written : Path.GetFullPath(written);

    private static JsonNode? OptionsOf(Invocation invocation)
    {
        if (invocation.Get(Options) is not { } text)
        {
            return null;
        }

        try
        {
            text = text.StartsWith('@') ? File.ReadAllText(text[1..]) : text;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CommandException.BadInput(CliCodes.FileTrouble, $"the options cannot be read: {exception.Message}");
        }

        return JsonNode.Parse(JsonArgument.Read(text, "--options").GetRawText()) as JsonObject ?? throw CommandException.BadInput(CliCodes.BadJson, "`--options` is no JSON object");
    }

    private static async Task TryAsync(Invocation invocation, ModelRuntime runtime, ModelScope scope, string name)
    {
        if (invocation.Get(Untried) || await ModelBench.TryAsync(runtime, scope, name, invocation.Interrupted).ConfigureAwait(false) is not { } failure)
        {
            return;
        }

        if (failure.Code != CannotStart)
        {
            throw CommandException.Refused(failure.Code, $"{failure.Message.TrimEnd('.')}. Nothing was registered (`--untried` registers it all the same)");
        }

        invocation.Terminal.Tell($"It was not tried: {failure.Message}");
    }

    private static void Register(Invocation invocation, string file, string name, string entry)
    {
        try
        {
            var edit = RegistryFile.Change(file, text =>
            {
                var without = invocation.Get(Replace) ? RegistryText.Remove(text, name) : null;
                return RegistryText.Add(without?.Text ?? text, name, entry);
            });
            if (!edit.IsDone)
            {
                throw CommandException.Refused(edit.Code, $"{edit.Reason} ({file}); it would say {name}: {entry}");
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CommandException.Refused(CliCodes.FileTrouble, exception.Message);
        }
    }

    [GeneratedRegex("^[A-Za-z0-9](?:[A-Za-z0-9._/:-]{0,253}[A-Za-z0-9._-])?$")]
    private static partial Regex PlainName();
}
