using System.CommandLine;
using Atelier.Cli.Terminals;
using Atelier.Engine.Stores;

namespace Atelier.Cli.Homes;

/// <summary><c>atelier collections list|show</c>.</summary>
internal static class CollectionsCommand
{
    private const int PageItems = 1000;
    private static readonly Argument<string> Name = new("NAME");
    private static readonly Option<long> Limit = new("--limit") { Description = "At most this many. Default: 1,000; 0: all.", DefaultValueFactory = static _ => 1000 };

    public static Command Create() => new("collections", "List collections, or show the items of one.")
    {
        new Command("list", "List collections with how many items they have.").Does(List),
        new Command("show", "List the items of a collection. With --json a line each.") { Name, Limit }.Does(Show),
    };

    private static int List(Invocation invocation)
    {
        using var home = invocation.Read();
        var collections = home.ListCollections().Where(static collection => collection.LastSeen > 0).ToList();
        if (invocation.Terminal.Json)
        {
            invocation.Terminal.Write(writer =>
            {
                writer.WriteStartObject();
                writer.WriteStartArray("collections");
                foreach (var collection in collections)
                {
                    writer.WriteStartObject();
                    writer.WriteString("name", collection.Name);
                    writer.WriteNumber("items", collection.Items);
                    writer.WriteNumber("gone", collection.Gone);
                    writer.WriteString("last_seen", DateTimeOffset.FromUnixTimeMilliseconds(collection.LastSeen));
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            });
            return ExitCodes.Done;
        }

        var table = new TextTable("COLLECTION", "ITEMS", "GONE", "LAST SEEN");
        foreach (var collection in collections)
        {
            table.Add(collection.Name, Texts.Count(collection.Items), Texts.Count(collection.Gone), Texts.Moment(collection.LastSeen));
        }

        table.WriteTo(invocation.Terminal);
        return ExitCodes.Done;
    }

    private static int Show(Invocation invocation)
    {
        using var home = invocation.Read();
        var name = invocation.Get(Name)!;
        if (home.ListCollections().All(collection => collection.Name != name))
        {
            throw CommandException.Refused(CliCodes.NoSuchCollection, $"there is no collection `{name}`; `atelier collections list` shows them");
        }

        var left = invocation.Get(Limit) is > 0 and var some ? some : long.MaxValue;
        foreach (var item in home.ListCollectionItems(name))
        {
            invocation.Interrupted.ThrowIfCancellationRequested();
            if (left-- == 0)
            {
                break;
            }

            Show(invocation.Terminal, item);
        }

        return ExitCodes.Done;
    }

    private static void Show(Terminal terminal, CollectionItem item)
    {
        if (!terminal.Json)
        {
            terminal.Say($"{item.Key}  first seen {Texts.Moment(item.FirstSeen)}{(item.Gone is { } gone ? $", gone since {Texts.Moment(gone)}" : string.Empty)}");
            return;
        }

        terminal.WriteLine(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("key", item.Key);
            writer.WriteString("digest", $"sha256:{Convert.ToHexStringLower(item.Digest)}");
            writer.WriteString("first_seen", DateTimeOffset.FromUnixTimeMilliseconds(item.FirstSeen));
            writer.WriteString("last_seen", DateTimeOffset.FromUnixTimeMilliseconds(item.LastSeen));
            writer.WriteBoolean("gone", item.Gone is not null);
            writer.WriteEndObject();
        });
    }
}
