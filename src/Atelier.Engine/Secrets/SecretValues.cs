using Atelier.Language.Cel.Values;

namespace Atelier.Engine.Secrets;

/// <summary>The name <c>secrets</c> while a body's input is evaluated: looks values up and remembers which to mask.</summary>
internal sealed class SecretValues(ISecretSource source, SecretMask mask) : CelMap
{
    /// <inheritdoc />
    public override int Count => 0;

    /// <inheritdoc />
    public override bool TryGet(string key, out CelValue value)
    {
        if (source.Find(key) is not { } secret)
        {
            value = new CelErrorValue("ATL2111", $"there is no secret `{key}`. Set it with `atelier secrets set {key}`.");
            return true;
        }

        mask.Add(secret);
        value = new CelString(secret);
        return true;
    }

    /// <inheritdoc />
    public override IEnumerator<KeyValuePair<CelValue, CelValue>> GetEnumerator() => Enumerable.Empty<KeyValuePair<CelValue, CelValue>>().GetEnumerator();
}
