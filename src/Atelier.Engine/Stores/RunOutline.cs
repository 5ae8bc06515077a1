using Atelier.Engine.Records;

namespace Atelier.Engine.Stores;

/// <summary>What a run looks like at one moment, read together.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Blocks">Its blocks that are not inside items: of each step the newest, of loops those of the last round.</param>
/// <param name="LogLines">Lines of its log.</param>
public sealed record RunOutline(RunRow Row, IReadOnlyList<OuterBlock> Blocks, long LogLines);

/// <summary>A block outside items.</summary>
/// <param name="Block">Its row.</param>
/// <param name="Source">For items: what lists them; null: none.</param>
public sealed record OuterBlock(BlockRecorded Block, SourceRecorded? Source);
