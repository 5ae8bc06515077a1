using System.Security.Cryptography;
using Atelier.Workspace.Users;

namespace Atelier.Workspace.Tests.Users;

public class GeneratedPasswordTests
{
    [Fact]
    public void Create_Many_AreReadableGroupsOfEnoughBitsAndDiffer()
    {
        var made = Enumerable.Range(0, 1_000).Select(static _ => GeneratedPassword.Create(RandomNumberGenerator.GetBytes)).ToList();

        Assert.Equal(1_000, made.Distinct().Count());
        Assert.All(made, static text =>
        {
            Assert.Matches("^([0-9a-hjkmnp-tv-z]{5}-){4}[0-9a-hjkmnp-tv-z]{5}$", text);
            Assert.Null(UserRules.CheckPassword("admin", text));
        });

        // 25 signs of 5 bits each: every sign is used about equally.
        var counts = made.SelectMany(static text => text).Where(static sign => sign != '-').CountBy(static sign => sign).ToList();
        Assert.Equal(32, counts.Count);
        Assert.All(counts, static count => Assert.InRange(count.Value, 550, 1_050));
    }
}
