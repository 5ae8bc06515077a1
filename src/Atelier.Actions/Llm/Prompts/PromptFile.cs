using System.Security.Cryptography;
using Atelier.Actions.Files;
using Atelier.Actions.Http;
using Atelier.Sdk;

namespace Atelier.Actions.Llm.Prompts;

/// <summary>A prompt template that lies in a file beside the workflow.</summary>
internal static class PromptFile
{
    private const int MaxBytes = 1 << 20;

    /// <summary>Its text. Throws <see cref="HttpFailureException"/>.</summary>
    public static async ValueTask<string> ReadAsync(string path, ActionContext context, CancellationToken cancellationToken)
    {
        var full = context.ResolvePath(path);
        try
        {
            var bytes = await File.ReadAllBytesAsync(full, cancellationToken).ConfigureAwait(false);
            return bytes.Length <= MaxBytes && TextBytes.TryDecode(bytes, TextEncoding.Utf8, out var text, out _)
                ? text
                : throw new HttpFailureException(StepFailure.Permanent(ActionCodes.FileUnreadable, $"the template `{path}` is no UTF-8 text of at most 1 MiB"));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new HttpFailureException(StepFailure.Permanent(ActionCodes.FileMissing, $"there is no template `{full}` (`template_file`)"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new HttpFailureException(StepFailure.Permanent(ActionCodes.FileTrouble, $"the template `{full}` cannot be read: {exception.Message}"));
        }
    }

    /// <summary>Adds its digest to a fingerprint's parts.</summary>
    public static async ValueTask AddPartAsync(Dictionary<string, string> parts, string path, ActionContext context, CancellationToken cancellationToken)
    {
        var full = context.ResolvePath(path);
        parts[$"prompt:{path}"] = File.Exists(full)
            ? "sha256:" + Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(full, cancellationToken).ConfigureAwait(false)))
            : "missing";
    }
}
