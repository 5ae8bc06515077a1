using System.CommandLine;
using Atelier.Cli.Terminals;
using Atelier.Models.Catalogue;
using Atelier.Models.Registry;

namespace Atelier.Cli.Models;

/// <summary><c>atelier models catalogue</c>: real weights that are known to fit.</summary>
internal static class CatalogueCommand
{
    private static readonly Argument<string?> Id = new("ID") { Description = "Show one with all that is known of it.", Arity = ArgumentArity.ZeroOrOne };

    public static Command Create() => new Command("catalogue", "List models with real weights that `models pull` knows by a short name.") { Id }.Does(Show);

    private static int Show(Invocation invocation)
    {
        IReadOnlyList<CatalogueModel> models = invocation.Get(Id) is { } id ? [Named(id)] : ModelCatalogue.All;
        if (invocation.Terminal.Json)
        {
            invocation.Terminal.Write(writer =>
            {
                writer.WriteStartObject();
                writer.WriteStartArray("models");
                foreach (var model in models)
                {
                    writer.WriteStartObject();
                    writer.WriteString("id", model.Id);
                    writer.WriteString("kind", KindNames.Of(model.Kind));
                    writer.WriteString("hub", model.Hub);
                    writer.WriteString("licence", model.Licence);
                    if (model.Megabytes is { } megabytes)
                    {
                        writer.WriteNumber("megabytes", megabytes);
                    }
                    else
                    {
                        writer.WriteNull("megabytes");
                    }

                    writer.WriteString("about", model.About);
                    writer.WriteString("by_hand", model.Manual);
                    if (model.Options is { } options)
                    {
                        writer.WritePropertyName("options");
                        options.WriteTo(writer);
                    }

                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            });
        }
        else if (models is [var only])
        {
            invocation.Terminal.Say($"{only.Id}: {only.About}\nkind     {KindNames.Of(only.Kind)}\nlicence  {only.Licence}\nsize     {SizeOf(only)}");
            invocation.Terminal.Say(only.Hub is { } hub ? $"hub      {hub}\nfetch    atelier models pull {only.Id}" : $"by hand  {only.Manual}");
            if (only.Options is { } options)
            {
                invocation.Terminal.Say($"options  {options.GetRawText()}");
            }
        }
        else
        {
            var table = new TextTable("MODEL", "KIND", "SIZE", "LICENCE", "ABOUT");
            foreach (var model in models)
            {
                table.Add(model.Id, KindNames.Of(model.Kind), SizeOf(model), model.Licence, model.Hub is null ? $"{model.About} By hand." : model.About);
            }

            table.WriteTo(invocation.Terminal);
        }

        return ExitCodes.Done;
    }

    private static string SizeOf(CatalogueModel model) => model.Megabytes is { } megabytes ? $"about {megabytes:N0} MB" : "the hub tells";

    /// <summary>By its short name.</summary>
    public static CatalogueModel Named(string id) => ModelCatalogue.Find(id)
        ?? throw CommandException.BadInput(CliCodes.NoSuchCatalogueModel, $"the catalogue has no model `{id}`; it has {string.Join(", ", ModelCatalogue.All.Select(static model => model.Id))}");
}
