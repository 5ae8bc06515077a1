using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Evaluation;

/// <summary><c>+</c> between strings, bytes and lists; null for everything else.</summary>
internal static class Concatenation
{
    public static CelValue? Join(CelValue left, CelValue right, CelContext context)
    {
        switch (left, right)
        {
            case (CelString a, CelString b):
                return context.ChargeText((long)a.Value.Length + b.Value.Length) ? new CelString(a.Value + b.Value) : CelString.Empty;
            case (CelBytes a, CelBytes b):
                return context.ChargeText((long)a.Value.Length + b.Value.Length) ? new CelBytes((byte[])[.. a.Value.Span, .. b.Value.Span]) : a;
            case (CelList a, CelList b):
                return a.EnumerationError ?? b.EnumerationError ?? (context.Charge((long)a.Count + b.Count) ? (CelValue)CelList.Of([.. a, .. b]) : CelList.Empty);
            default:
                return null;
        }
    }
}
