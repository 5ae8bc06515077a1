using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel;

/// <summary>What the names of an expression stand for in one evaluation. The host implements it over what it has.</summary>
public interface ICelActivation
{
    /// <summary>
    /// The value of a free name. For a name that exists but cannot be read, answer true with a <see cref="CelErrorValue"/>
    /// (<see cref="CelErrorValue.Absent"/> when <c>.?</c> and <c>has()</c> shall see it as absent). May be called more than once for a name.
    /// </summary>
    bool TryResolve(string name, out CelValue value);
}
