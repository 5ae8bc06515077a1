using System.ComponentModel;

namespace Atelier.Actions.Files;

/// <summary>What <c>files.list</c> takes.</summary>
internal sealed record FileListInput
{
    [Description("The folder.")]
    public required string Path { get; init; }

    [Description("Patterns of relative paths, at least one of which must fit: * ? ** {a,b} [a-z]. Without `/` a pattern is matched against the file's name in any folder. Default: every file.")]
    public OneOrMany? Match { get; init; }

    [Description("Patterns of files and folders that are left out; a folder that fits is not entered.")]
    public OneOrMany? Exclude { get; init; }

    [Description("Whether upper and lower case are the same in patterns: *.jpg then finds IMG.JPG too.")]
    [DefaultValue(true)]
    public bool IgnoreCase { get; init; } = true;

    [Description("Whether folders in the folder are entered.")]
    [DefaultValue(true)]
    public bool Recursive { get; init; } = true;

    [Description("Whether names that begin with a dot are listed and entered.")]
    [DefaultValue(false)]
    public bool Hidden { get; init; }

    [Description("Whether links are followed; otherwise files and folders that are links are passed over.")]
    [DefaultValue(false)]
    public bool FollowLinks { get; init; }

    [Description("Whether each file's SHA-256 is taken, which makes the row an artifact that other actions accept. Without it the rows come faster and hold only names.")]
    [DefaultValue(true)]
    public bool Digest { get; init; } = true;
}
