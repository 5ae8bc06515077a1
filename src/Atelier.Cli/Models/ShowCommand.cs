using System.CommandLine;
using Atelier.Models.Runtime;
using Atelier.Sdk;

namespace Atelier.Cli.Models;

/// <summary><c>atelier models show NAME</c>: all that is known of a model without loading it.</summary>
internal static class ShowCommand
{
    private static readonly Argument<string> Name = new("NAME") { Description = "As workflows ask it." };

    public static Command Create() => new Command("show", "Show a model: kind, source, digest, files, memory.") { Name }.DoesHere(ShowAsync);

    private static async Task<int> ShowAsync(Invocation invocation)
    {
        await using var runtime = LocalModels.Open(invocation);
        var model = await LocalModels.NamedAsync(invocation, runtime, invocation.Get(Name)!).ConfigureAwait(false);
        if (invocation.Terminal.Json)
        {
            invocation.Terminal.Write(writer =>
            {
                writer.WriteStartObject();
                ModelText.Write(writer, model);
                writer.WriteEndObject();
            });
        }
        else
        {
            Say(invocation, model);
        }

        return model.Failure is null ? ExitCodes.Done : ExitCodes.Refused;
    }

    private static void Say(Invocation invocation, RegisteredModel model)
    {
        var terminal = invocation.Terminal;
        terminal.Say($"{model.Definition.Name}: {ModelText.KindOf(model)}{(model.IsBuiltIn ? ", a demo model that comes along" : string.Empty)}");
        terminal.Say($"source      {model.Definition.Source.Text}");
        terminal.Say($"registered  {model.Definition.Where}");
        if (model.Check is { } check)
        {
            terminal.Say($"digest      {check.Identity.Digest}");
            terminal.Say($"device      {check.Device}");
            terminal.Say($"memory      {(check.Bytes == 0 ? "none here" : $"about {SizeText.Format(check.Bytes)}")}{(model.Definition.Pin ? ", pinned" : string.Empty)}{(model.Definition.Preload ? ", loaded from the start" : string.Empty)}");
            terminal.Say($"batches     up to {check.BatchSize}");
        }

        if (model.Definition.Options is { } options)
        {
            terminal.Say($"options     {options.GetRawText()}");
        }

        foreach (var file in model.Files)
        {
            terminal.Say($"file        {file.Name}  {SizeText.Format(file.Bytes)}");
        }

        if (model.Check?.TooLarge is { } tooLarge)
        {
            terminal.Tell($"{tooLarge.Code}: {tooLarge.Message}");
        }

        if (model.Failure is { } failure)
        {
            terminal.Tell($"{failure.Code}: {failure.Message}");
        }
    }
}
