using System.Globalization;
using System.Text.Json;
using Atelier.Api.Items;
using Atelier.Cli.Homes.Views;
using Atelier.Engine.Runs;

namespace Atelier.Cli.Servers;

/// <summary>What went into each item, asked for one by one: only pages with pictures need it.</summary>
internal sealed class ServerItemSources(ServerClient client, RunId run) : IItemSources
{
    /// <inheritdoc />
    public JsonElement Of(int block, long ordinal) =>
        client.Find<ItemDetail>(string.Create(CultureInfo.InvariantCulture, $"{ServerPaths.Run(run)}/blocks/{block}/items/{ordinal}"))?.Source ?? default;
}
