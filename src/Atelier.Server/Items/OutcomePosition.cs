using System.Globalization;
using Atelier.Engine.Records;
using Atelier.Engine.Runs;

namespace Atelier.Server.Items;

/// <summary>Where a page of outcomes begins: <c>4:12.3.0</c> is scope, step and drive.</summary>
internal static class OutcomePosition
{
    public static string Write(StepEnded ended) => string.Create(CultureInfo.InvariantCulture, $"{ended.Scope}.{ended.Step}.{ended.Drive}");

    /// <summary>Null: nothing was given, or it is none.</summary>
    public static (ScopeId Scope, int Step, int Drive)? Read(string? text) =>
        text?.Split('.') is [var scope, var step, var drive] && ScopeWords.Read(scope) is { } place
        && int.TryParse(step, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index) && int.TryParse(drive, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (place, index, number)
            : null;
}
