using System.Text.Json;
using Atelier.Cli.Homes.Views;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Hosting.Homes;

namespace Atelier.Cli.Exports;

/// <summary>What went into each item: the row of its source. Items are asked for in source order, so rows are read by pages and once.</summary>
internal sealed class ItemSources(HomeReader home, RunId run) : IItemSources
{
    private const int PageRows = 500;
    private readonly Dictionary<int, int> _sources = [];
    private IReadOnlyList<SourceItem> _page = [];
    private int _block = -1;

    /// <inheritdoc />
    public JsonElement Of(int block, long ordinal)
    {
        if (!_sources.TryGetValue(block, out var source))
        {
            source = home.Queries.ListBlocks(run, block, 1) is [var found] && found.Block == block ? found.Source : 0;
            _sources[block] = source;
        }

        if (source == 0)
        {
            return default;
        }

        if (block != _block || _page.Count == 0 || ordinal < _page[0].Ordinal || ordinal > _page[^1].Ordinal)
        {
            (_block, _page) = (block, home.Store.ReadRows(run, source, ordinal, PageRows));
        }

        var at = _page.Count == 0 ? -1 : (int)(ordinal - _page[0].Ordinal);
        return at >= 0 && at < _page.Count && _page[at].Ordinal == ordinal && _page[at].Value is { } value ? JsonElement.Parse(value) : default;
    }
}
