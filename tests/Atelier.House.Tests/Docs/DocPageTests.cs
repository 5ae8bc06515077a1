namespace Atelier.House.Tests.Docs;

public class DocPageTests
{
    [Fact]
    public void Blocks_OfAPage_CarryLineLanguageAndText()
    {
        var block = Assert.Single(DocPage.Blocks("# Title\n\n```sh\n./atelier demo\n./atelier resume\n```\n"));

        Assert.Equal(new DocBlock(3, "sh", "./atelier demo\n./atelier resume", 0), block);
        Assert.True(block.IsCommand);
    }

    [Fact]
    public void Blocks_WithANotRunNote_AreLeftOut() =>
        Assert.Empty(DocPage.Blocks("<!-- not run: needs a server -->\n```sh\n./atelier run remote.yaml\n```\n"));

    [Fact]
    public void Blocks_WithANotRunNoteButNoReason_AreRun() =>
        Assert.Single(DocPage.Blocks("<!-- not run: -->\n```sh\n./atelier run remote.yaml\n```\n"));

    [Fact]
    public void Blocks_WithAnExitNote_PromiseThatStatus() =>
        Assert.Equal(3, Assert.Single(DocPage.Blocks("<!-- exits 3 -->\n\n```sh\n./atelier demo\n```\n")).Exits);

    [Fact]
    public void Blocks_WithoutAtelier_AreNoCommands() =>
        Assert.False(Assert.Single(DocPage.Blocks("```sh\ngit clone URL\n```\n")).IsCommand);

    [Fact]
    public void Blocks_WithNameAndSteps_AreWorkflows()
    {
        var blocks = DocPage.Blocks("```yaml\nname: a\nsteps:\n  - id: b\n```\n```yaml\n  - id: b\n```\n");

        Assert.Equal([true, false], blocks.Select(block => block.IsWorkflow));
    }
}
