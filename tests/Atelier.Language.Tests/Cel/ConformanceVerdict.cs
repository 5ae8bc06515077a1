namespace Atelier.Language.Tests.Cel;

/// <summary>How a public case went.</summary>
internal sealed record ConformanceVerdict(bool IsPassed, bool IsWrongValue, string Detail)
{
    public static ConformanceVerdict Passed { get; } = new(true, false, string.Empty);

    public static ConformanceVerdict Error(string message) => new(false, false, message);

    public static ConformanceVerdict WrongValue(string value) => new(false, true, value);
}
