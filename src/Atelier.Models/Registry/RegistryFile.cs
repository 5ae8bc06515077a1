namespace Atelier.Models.Registry;

/// <summary>Changes a registry's file in one step: readers see the old text or the new one.</summary>
public static class RegistryFile
{
    /// <summary>Reads, changes, and writes where there is a new text.</summary>
    /// <param name="file">Path of <c>models.yaml</c>; it need not exist.</param>
    /// <param name="change">From the text, empty where there is no file.</param>
    /// <exception cref="IOException">It cannot be read or written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be.</exception>
    public static RegistryEdit Change(string file, Func<string, RegistryEdit> change)
    {
        var before = File.Exists(file) ? File.ReadAllText(file) : string.Empty;
        var edit = change(before);
        if (edit.IsDone && edit.Text != before)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var written = $"{file}.{Environment.ProcessId}";
            File.WriteAllText(written, edit.Text);
            File.Move(written, file, overwrite: true);
        }

        return edit;
    }
}
