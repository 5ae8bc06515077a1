using Atelier.Language.Yaml;

namespace Atelier.Language.Dialects;

/// <summary>A document in the canonical form.</summary>
/// <param name="Root">Its nodes; those of a dialect carry the places of the text they come from.</param>
/// <param name="Text">What the plan's digest is of and what a run keeps: the text as written, or for a dialect its canonical YAML, so that a later version's dialect never changes a run.</param>
/// <param name="Dialect">The form it was written in.</param>
internal sealed record CanonicalDocument(YamlNode Root, string Text, Dialect Dialect);
