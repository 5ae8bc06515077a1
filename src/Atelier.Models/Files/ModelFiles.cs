namespace Atelier.Models.Files;

/// <summary>The files of a model on the disk.</summary>
/// <param name="Folder">Absolute path.</param>
/// <param name="Files">By path from the folder, in the order of their bytes.</param>
internal sealed record ModelFiles(string Folder, IReadOnlyList<ModelFile> Files)
{
    /// <summary>
    /// All files of a folder, those below it too; hidden ones are left out. Of a single <c>.onnx</c> file: itself, and what begins with its name
    /// (<c>model.onnx</c>, <c>model.onnx_data</c>, <c>model.onnx.data</c>).
    /// </summary>
    /// <exception cref="IOException">The folder is not there, or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static ModelFiles Of(string folder, string? onnxFile)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = onnxFile is null, AttributesToSkip = FileAttributes.Hidden, IgnoreInaccessible = false };
        var pattern = onnxFile is null ? "*" : Path.GetFileName(onnxFile) + "*";
        var files = Directory.EnumerateFiles(folder, pattern, options)
            .Select(path => (Path: path, Name: Path.GetRelativePath(folder, path).Replace('\\', '/')))
            .Where(static file => !file.Name.StartsWith('.') && !file.Name.Contains("/.", StringComparison.Ordinal))
            .OrderBy(static file => file.Name, StringComparer.Ordinal)
            .Select(static file => new ModelFile(file.Name, file.Path, new FileInfo(file.Path).Length));
        return new ModelFiles(folder, [.. files]);
    }
}
