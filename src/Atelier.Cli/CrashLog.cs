using Atelier.Hosting.Homes;

namespace Atelier.Cli;

/// <summary>Keeps what an unexpected error says for those who look for its cause.</summary>
internal static class CrashLog
{
    /// <summary>Writes a file and gives the sentence that people see.</summary>
    public static string Write(string[] args, Exception exception)
    {
        var name = $"error-{TimeProvider.System.GetUtcNow():yyyyMMdd-HHmmss}-{Environment.ProcessId}.log";
        var text = $"atelier {string.Join(' ', args)}\n{typeof(CrashLog).Assembly.GetName().Version}\n{exception}\n";
        var sentence = $"something unexpected happened: {exception.Message.ReplaceLineEndings(" ").TrimEnd('.')}";
        foreach (var folder in new[] { Path.Join(HomeLocation.Find(null, Environment.CurrentDirectory), "logs"), Path.GetTempPath() })
        {
            try
            {
                Directory.CreateDirectory(folder);
                var file = Path.Join(folder, name);
                File.WriteAllText(file, text);
                return $"{sentence}. The details are in {file}";
            }
            catch (Exception inner) when (inner is IOException or UnauthorizedAccessException)
            {
                // The next folder may take it.
            }
        }

        return sentence;
    }
}
