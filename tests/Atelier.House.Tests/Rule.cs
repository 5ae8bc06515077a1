namespace Atelier.House.Tests;

/// <summary>Asserts a rule of the house: all places that break it are named at once, with what to do.</summary>
internal static class Rule
{
    public static void Holds(string rule, IEnumerable<string> broken)
    {
        var places = broken.ToList();
        Assert.True(places.Count == 0, $"{rule}\n  {string.Join("\n  ", places)}");
    }
}
