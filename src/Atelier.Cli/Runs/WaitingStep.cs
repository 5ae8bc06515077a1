namespace Atelier.Cli.Runs;

/// <summary>Something that steps of a run wait for.</summary>
/// <param name="Path">Ids of the step from the root.</param>
/// <param name="Key">Keys of the item; null: several, or outside items.</param>
/// <param name="Kind"><c>person signal time retry host budget decision</c>.</param>
/// <param name="Sentence">What it is: the question, the signal, why it is parked.</param>
/// <param name="Due">Unix milliseconds at which the first goes on by itself; null: none does.</param>
/// <param name="Count">How many wait for it.</param>
internal sealed record WaitingStep(string Path, string? Key, string Kind, string Sentence, long? Due, long Count);
