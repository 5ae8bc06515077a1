using System.Globalization;
using Atelier.Engine.Runs;

namespace Atelier.Server.Approvals;

/// <summary>Names an open question: <c>r17.3:42.5.0</c> is run 17, scope 3:42, step 5, drive 0. Once a step asks again it has another name.</summary>
internal sealed record ApprovalId(RunId Run, ScopeId Scope, int Step, int Drive)
{
    /// <summary>Null: it names none.</summary>
    public static ApprovalId? Parse(string text)
    {
        var parts = text.Split('.');
        if (parts.Length != 4 || !RunId.TryParse(parts[0], out var run) || parts[1].Split(':') is not [var block, var ordinal])
        {
            return null;
        }

        return Read(block, out var number) && number <= int.MaxValue && Read(ordinal, out var position) && position <= uint.MaxValue && Read(parts[2], out var step) && step <= int.MaxValue && Read(parts[3], out var drive) && drive <= int.MaxValue
            ? new ApprovalId(run, ScopeId.Of((int)number, position), (int)step, (int)drive)
            : null;
    }

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Run}.{Scope}.{Step}.{Drive}");

    private static bool Read(string text, out long value) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
