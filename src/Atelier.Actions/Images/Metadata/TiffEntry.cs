namespace Atelier.Actions.Images.Metadata;

/// <summary>One entry of a folder.</summary>
/// <param name="Tag">What it says.</param>
/// <param name="Type">2 text, 3 and 4 whole numbers, 5 and 10 fractions.</param>
/// <param name="Count">Values.</param>
/// <param name="Offset">Where they lie.</param>
/// <param name="Raw">The twelve bytes themselves.</param>
internal readonly record struct TiffEntry(ushort Tag, ushort Type, int Count, int Offset, ReadOnlyMemory<byte> Raw);
