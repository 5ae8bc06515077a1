namespace Atelier.Language.Binding;

/// <summary>What a name of an expression stands for.</summary>
internal enum ReferenceKind
{
    /// <summary>A step, an item, a plain input; or nothing, which was told.</summary>
    Plain,

    /// <summary>A secret.</summary>
    Secret,

    /// <summary>The run itself.</summary>
    Run,
}
