using Atelier.Hosting.Homes;

namespace Atelier.Hosting.Tests.Homes;

public class HomeLocationTests
{
    [Fact]
    public void Find_AskedFor_IsTakenFromTheCurrentFolder() =>
        Assert.Equal("/pictures/here/mine", HomeLocation.Find("mine", "/pictures/here"));

    [Fact]
    public void Find_BelowAFolderWithAHome_TakesTheNearest()
    {
        using var folder = new TemporaryHome();
        var own = Directory.CreateDirectory(Path.Combine(folder.Folder, HomeLocation.FolderName)).FullName;
        var below = Directory.CreateDirectory(Path.Combine(folder.Folder, "a", "b")).FullName;

        Assert.Equal(own, HomeLocation.Find(null, below));
    }
}
