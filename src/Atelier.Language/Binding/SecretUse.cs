namespace Atelier.Language.Binding;

/// <summary>What reading a secret means in one place.</summary>
internal enum SecretUse
{
    /// <summary>A mistake.</summary>
    None,

    /// <summary>Its value, read inside the action.</summary>
    Value,

    /// <summary>Its name, handed on to an inlined workflow.</summary>
    Name,
}
