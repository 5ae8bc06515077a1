namespace Atelier.Models.Catalogue;

/// <summary>A model whose files lie in their place.</summary>
/// <param name="Hub">Its name on the hub; a registry's source is <c>hub:</c> and this.</param>
/// <param name="Commit">The hub's commit its files are of.</param>
/// <param name="Folder">Absolute path.</param>
/// <param name="Files">How many.</param>
/// <param name="Bytes">All together.</param>
/// <param name="Fetched">Bytes that came over the network this time; 0: all was here.</param>
public sealed record PulledModel(string Hub, string Commit, string Folder, int Files, long Bytes, long Fetched);
