namespace Atelier.House.Tests.Docs;

/// <summary>What the pages tell people to type works, on a machine that has only the checkout.</summary>
public class DocCommandTests
{
    public static TheoryData<string> Pages() =>
        [.. Repository.Files("docs/guide", ".md").Prepend(Repository.PathOf("README.md")).Select(Repository.RelativeOf)];

    // The blocks of a page run in order and in one folder: a later one may use what an earlier one made.
    [Theory]
    [MemberData(nameof(Pages))]
    public void Blocks_OfAPage_DoWhatThePageSays(string page)
    {
        var blocks = DocPage.Blocks(File.ReadAllText(Repository.PathOf(page))).Where(block => block.IsCommand || block.IsWorkflow).ToList();
        if (blocks.Count == 0)
        {
            return;
        }

        using var sandbox = new DocSandbox();
        foreach (var block in blocks)
        {
            var (status, output) = sandbox.Run(block.IsCommand ? block.Text : Validation(sandbox, block));

            Assert.True(status == block.Exits, $"{page}:{block.Line} ended with {status}, expected {block.Exits}:\n{block.Text}\n---\n{output}");
        }
    }

    private static string Validation(DocSandbox sandbox, DocBlock block)
    {
        // Later blocks name it as its own name says.
        var file = $"{block.Text.Split('\n').First(static line => line.StartsWith("name:", StringComparison.Ordinal))["name:".Length..].Trim()}.yaml";
        File.WriteAllText(Path.Combine(sandbox.Folder, file), block.Text + "\n");
        return $"./atelier validate {file}";
    }
}
