namespace Atelier.Workspace.Users;

/// <summary>
/// A password for people to copy: five groups of five, 125 bits, such as <c>k7m2p-x9d4q-...</c>. Signs that look alike (i, l, o, u) are left out.
/// </summary>
public static class GeneratedPassword
{
    // 32 signs, so that five bits of a byte choose one evenly.
    private const string Signs = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Groups = 5;
    private const int GroupSize = 5;

    public static string Create(RandomBytes random)
    {
        var bytes = random(Groups * GroupSize);
        return string.Join('-', bytes.Chunk(GroupSize).Select(static group => string.Concat(group.Select(static value => Signs[value & 31]))));
    }
}
