using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Atelier.Hosting.Homes;
using Atelier.Models.Catalogue;
using Atelier.Models.Registry;
using Atelier.Sdk.Models;

namespace Atelier.Cli.Models;

/// <summary><c>atelier models pull ID</c>: fetches a model from a hub into the home and registers it.</summary>
internal static class PullCommand
{
    private const string EndpointVariable = "HF_ENDPOINT";
    private const string TokenVariable = "HF_TOKEN";

    private static readonly Argument<string> Id = new("ID") { Description = "A short name of `atelier models catalogue`, or OWNER/NAME of a model on the hub." };
    private static readonly Option<string?> Name = new("--name") { Description = "What workflows call it. Default: the short name, or the NAME on the hub.", HelpName = "NAME" };
    private static readonly Option<string> Revision = new("--revision") { Description = "Branch, tag or commit. Default: main.", DefaultValueFactory = static _ => "main", HelpName = "REV" };
    private static readonly Option<string> Precision = new("--dtype") { Description = "Precision of the graphs: fp32, fp16, q8, int8, uint8, q4, q4f16 or bnb4. Default: fp32.", DefaultValueFactory = static _ => "fp32", HelpName = "DTYPE" };
    private static readonly Option<string[]> Files = new("--file") { Description = "Fetch these files alone; * stands for any letters but /. May be given more than once.", HelpName = "PATTERN" };
    private static readonly Option<string?> Kind = new("--kind") { Description = "What it can be asked, where its files do not tell.", HelpName = "KIND" };
    private static readonly Option<string?> Endpoint = new("--endpoint") { Description = $"Address of the hub. Default: {EndpointVariable}, else the public one.", HelpName = "URL" };

    public static Command Create()
    {
        Precision.AcceptOnlyFromAmong("fp32", "fp16", "q8", "int8", "uint8", "q4", "q4f16", "bnb4");
        return new Command("pull", "Fetch a model from a hub into the home, whole or not at all; what came before an interruption is used again.") { Id, Name, Revision, Precision, Files, Kind, Endpoint }.DoesHere(PullAsync);
    }

    private static async Task<int> PullAsync(Invocation invocation)
    {
        var plan = PlanOf(invocation);
        using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.UserAgent.ParseAdd("atelier");
        var options = new HubOptions { Endpoint = EndpointOf(invocation), Token = TokenOf(invocation) };
        var folder = Path.Join(invocation.Home, "models");
        var view = new PullView(invocation.Terminal, plan.Name, invocation.Time);
        var result = await new ModelPull(http, options, invocation.Time).RunAsync(plan.Request, folder, view, invocation.Interrupted).ConfigureAwait(false);
        view.End();
        if (!result.TryGet(out var pulled, out var failure))
        {
            throw CommandException.Refused(failure.Code, failure.Message);
        }

        var registered = Register(invocation, plan, pulled);
        if (invocation.Terminal.Json)
        {
            invocation.Terminal.Write(writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("name", plan.Name);
                writer.WriteString("hub", pulled.Hub);
                writer.WriteString("commit", pulled.Commit);
                writer.WriteString("folder", pulled.Folder);
                writer.WriteNumber("files", pulled.Files);
                writer.WriteNumber("bytes", pulled.Bytes);
                writer.WriteNumber("fetched", pulled.Fetched);
                writer.WriteBoolean("registered", registered);
                writer.WriteEndObject();
            });
        }
        else
        {
            invocation.Terminal.Say($"{pulled.Hub} is in {pulled.Folder} ({pulled.Bytes / 1e6:N0} MB{(pulled.Fetched == 0 ? ", nothing had to be fetched" : string.Empty)}).");
            invocation.Terminal.Say(registered ? $"Workflows ask it by the name {plan.Name}." : $"{RegistryOf(invocation)} has a model {plan.Name} already, or cannot be added to; write there: {plan.Name}: {plan.Entry}");
        }

        return ExitCodes.Done;
    }

    private static Plan PlanOf(Invocation invocation)
    {
        var id = invocation.Get(Id)!;
        var known = id.Contains('/') ? null : CatalogueCommand.Named(id);
        var hub = known is null ? id : known.Hub ?? throw CommandException.Refused(CliCodes.NoSuchCatalogueModel, $"{known.Id} cannot be pulled. {known.Manual}");
        var (precision, isAsked) = (invocation.Get(Precision)!, invocation.Has(Precision));
        var files = invocation.Has(Files) ? invocation.Get(Files) : isAsked ? null : known?.Files;
        var options = isAsked ? OptionsWith(precision, known?.Options) : known?.Options;
        return new Plan(
            invocation.Get(Name) ?? known?.Id ?? id.Split('/')[^1],
            new PullRequest(hub, invocation.Get(Revision)!, files, precision),
            ModelEntry.OfHub(hub, KindOf(invocation) ?? known?.Kind, options));
    }

    private static ModelKind? KindOf(Invocation invocation) => invocation.Get(Kind) is not { } written ? null
        : KindNames.Find(written) ?? throw CommandException.BadInput(CliCodes.BadArguments, $"there is no kind `{written}`; there are {string.Join(", ", KindNames.All)}");

    /// <summary>The precision is what the host looks for by itself when it is fp32.</summary>
    private static JsonElement? OptionsWith(string precision, JsonElement? others)
    {
        var options = others is { } given ? JsonNode.Parse(given.GetRawText())!.AsObject() : [];
        options.Remove("dtype");
        if (precision != "fp32")
        {
            options["dtype"] = precision;
        }

        return options.Count == 0 ? null : JsonSerializer.SerializeToElement(options);
    }

    private static Uri EndpointOf(Invocation invocation)
    {
        var text = invocation.Get(Endpoint) ?? Environment.GetEnvironmentVariable(EndpointVariable);
        return string.IsNullOrEmpty(text) ? HubOptions.PublicHub
            : Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address
            : throw CommandException.BadInput(CliCodes.BadArguments, $"`{text}` is no address of a hub; such an address begins with http:// or https://");
    }

    /// <summary>The environment, else the home's secret of the same name; arguments would show it to every process of the machine.</summary>
    private static string? TokenOf(Invocation invocation)
    {
        if (Environment.GetEnvironmentVariable(TokenVariable) is { Length: > 0 } token)
        {
            return token;
        }

        using var home = HomeReader.TryOpen(invocation.Home, invocation.Time);
        return home?.Secrets.Find(TokenVariable);
    }

    private static string RegistryOf(Invocation invocation) => Path.Join(invocation.Home, "models.yaml");

    /// <summary>False: a person must write it.</summary>
    private static bool Register(Invocation invocation, Plan plan, PulledModel pulled)
    {
        var file = RegistryOf(invocation);
        try
        {
            return RegistryFile.Change(file, text => text.Contains($"{plan.Name}: {plan.Entry}", StringComparison.Ordinal) ? RegistryEdit.Same(text) : RegistryText.Add(text, plan.Name, plan.Entry)).IsDone;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CommandException.Refused(CliCodes.FileTrouble, $"{pulled.Hub} is in {pulled.Folder}, but {file} cannot be written: {exception.Message}");
        }
    }

    private sealed record Plan(string Name, PullRequest Request, string Entry);
}
