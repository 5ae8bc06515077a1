using Atelier.Sdk;

namespace Atelier.Actions.Files;

/// <summary>The family that lists, reads and writes files.</summary>
internal static class FileActions
{
    public static IReadOnlyList<IAction> All() =>
    [
        new FileCopyAction(),
        new FileListAction(),
        new FileReadAction(),
        new FileWriteAction(),
    ];
}
