namespace Atelier.Server.Security;

/// <summary>The token of one start in a file, for scripts of the same machine and the same user.</summary>
internal static class TokenFile
{
    /// <summary>Writes it in place of an earlier one; nobody else can read the file at any moment.</summary>
    public static void Write(string path, string token)
    {
        var next = path + ".next";
        File.Delete(next);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(next, options))
        {
            file.Write(System.Text.Encoding.ASCII.GetBytes(token + "\n"));
        }

        File.Move(next, path, overwrite: true);
    }
}
