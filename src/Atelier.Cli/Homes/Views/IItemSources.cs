using System.Text.Json;

namespace Atelier.Cli.Homes.Views;

/// <summary>What went into each item: the row of its source.</summary>
internal interface IItemSources
{
    /// <summary>The row; undefined where the block has no source, or the row is not there.</summary>
    JsonElement Of(int block, long ordinal);
}
