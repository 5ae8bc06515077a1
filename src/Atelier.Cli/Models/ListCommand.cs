using System.CommandLine;
using Atelier.Api.Models;
using Atelier.Cli.Terminals;
using Atelier.Models.Memory;
using Atelier.Sdk;

namespace Atelier.Cli.Models;

/// <summary><c>atelier models list</c>: every name that can be asked.</summary>
internal static class ListCommand
{
    public static Command Create() => new Command("list", "List the models that workflows can ask, those of the home and those that come along.").Does(ListAsync);

    private static async Task<int> ListAsync(Invocation invocation)
    {
        var (models, live, mistakes) = await ModelListing.OfAsync(invocation).ConfigureAwait(false);
        if (invocation.Terminal.Json)
        {
            invocation.Terminal.Write(writer =>
            {
                writer.WriteStartObject();
                writer.WriteStartArray("models");
                foreach (var model in models)
                {
                    writer.WriteStartObject();
                    ModelText.Write(writer, model);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.WriteStartArray("mistakes");
                foreach (var mistake in mistakes)
                {
                    writer.WriteStartObject();
                    writer.WriteString("code", mistake.Code);
                    writer.WriteString("message", mistake.Message);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                if (live is not null)
                {
                    MemoryJson.Write(writer, live);
                }

                writer.WriteEndObject();
            });
        }
        else
        {
            Say(invocation.Terminal, models, live);
        }

        foreach (var mistake in mistakes)
        {
            invocation.Terminal.Tell($"{mistake.Code}: {mistake.Message}");
        }

        return mistakes.Count == 0 ? ExitCodes.Done : ExitCodes.BadInput;
    }

    private static void Say(Terminal terminal, IReadOnlyList<ListedModel> models, MemorySnapshot? live)
    {
        if (models.Count == 0 && live is null or { Models.Count: 0 })
        {
            terminal.Tell("No model is registered. `atelier models catalogue` lists some that fit, `atelier models pull` fetches one.");
            return;
        }

        var rows = (live?.Models ?? []).ToLookup(static row => row.Name);
        var table = new TextTable("MODEL", "KIND", "FILES", "MEMORY", "NOW", "SOURCE");
        foreach (var model in models)
        {
            table.Add(model.Name, model.Kind, ModelText.FilesOf(model), ModelText.MemoryOf(model), NowOf(rows[model.Name].FirstOrDefault()), ModelText.SourceOf(model));
        }

        // Runs bring models of their own.
        foreach (var row in rows.Where(row => models.All(model => model.Name != row.Key)).SelectMany(static row => row))
        {
            table.Add(row.Name, "-", "-", SizeText.Format(row.Need), NowOf(row), "of a run");
        }

        table.WriteTo(terminal);
        foreach (var device in live?.Devices ?? [])
        {
            terminal.Say($"{device.Device} holds {SizeText.Format(device.Held)} of {SizeText.Format(device.Limit)}");
        }

        foreach (var row in (live?.Models ?? []).Where(static row => row.Reason is not null))
        {
            terminal.Say($"{row.Name}: {Texts.Count(row.Waiting, "question")} wait: {row.Reason}");
        }

        foreach (var failure in models.Select(static model => model.Registration.Problem).OfType<ModelProblem>())
        {
            terminal.Tell($"{failure.Code}: {failure.Message}");
        }
    }

    private static string NowOf(ModelMemoryRow? row) => row is null or { State: "absent" } ? "-"
        : $"{row.State} {SizeText.Format(row.Bytes)}{(row.InUse > 0 ? $", {Texts.Count(row.InUse)} asking" : string.Empty)}{(row.Pinned ? ", pinned" : string.Empty)}";
}
