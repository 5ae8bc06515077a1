namespace Atelier.House.Tests.Docs;

/// <summary>A fenced block of a page that a test can run.</summary>
/// <param name="Line">Line of the page where the fence opens.</param>
/// <param name="Language">What stands behind the fence: <c>sh</c>, <c>yaml</c>.</param>
/// <param name="Text">The lines between the fences.</param>
/// <param name="Exits">The exit status that the page promises; 0 unless <c>&lt;!-- exits N --&gt;</c> stands above the fence.</param>
internal sealed record DocBlock(int Line, string Language, string Text, int Exits)
{
    /// <summary>Whether the block is a shell session with Atelier or with its server; other shell blocks (a clone, a download) are for people.</summary>
    public bool IsCommand => Language == "sh" && Text.Split('\n').Any(line => line.TrimStart().StartsWith("./atelier", StringComparison.Ordinal) || line.TrimStart().StartsWith("curl ", StringComparison.Ordinal));

    /// <summary>Whether the block is a whole workflow; fragments are explained, not run.</summary>
    public bool IsWorkflow => Language == "yaml" && HasKey("name:") && HasKey("steps:");

    private bool HasKey(string key) => Text.Split('\n').Any(line => line.StartsWith(key, StringComparison.Ordinal));
}
