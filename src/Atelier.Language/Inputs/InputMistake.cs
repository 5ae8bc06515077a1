namespace Atelier.Language.Inputs;

/// <summary>Why a value does not fit an input: a clause without a full stop.</summary>
internal sealed record InputMistake(string Code, string Message, string? Remedy = null);
