namespace Atelier.Actions.Files;

/// <summary>Which files a walk returns.</summary>
internal sealed record FolderWalkOptions
{
    public required IReadOnlyList<Glob> Match { get; init; }

    public required IReadOnlyList<Glob> Exclude { get; init; }

    public bool Recursive { get; init; } = true;

    public bool Hidden { get; init; }

    public bool FollowLinks { get; init; }

    public bool Excludes(string relative)
    {
        foreach (var glob in Exclude)
        {
            if (glob.IsMatch(relative))
            {
                return true;
            }
        }

        return false;
    }

    public bool Includes(string relative)
    {
        if (Excludes(relative))
        {
            return false;
        }

        foreach (var glob in Match)
        {
            if (glob.IsMatch(relative))
            {
                return true;
            }
        }

        return Match.Count == 0;
    }
}
