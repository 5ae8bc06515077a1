using System.CommandLine;

namespace Atelier.Cli.Homes;

/// <summary><c>atelier artifacts get|show</c>: bytes by their digest.</summary>
internal static class ArtifactsCommand
{
    private const string Prefix = "sha256:";
    private static readonly Argument<string> Digest = new("DIGEST") { Description = "sha256:... as outputs show it." };
    private static readonly Option<string?> Out = new("--out", "-o") { Description = "The file to write. Default: standard output.", HelpName = "FILE" };

    public static Command Create() => new("artifacts", "Read artifacts by their digest.")
    {
        new Command("get", "Write the bytes of an artifact.") { Digest, Out }.Does(GetAsync),
        new Command("show", "Show the size of an artifact and where it lies.") { Digest }.Does(Show),
    };

    private static async Task<int> GetAsync(Invocation invocation)
    {
        using var home = invocation.Read();
        var digest = DigestOf(invocation);
        await using var content = home.Artifacts.OpenRead(digest) ?? throw Missing(digest);
        try
        {
            await using var target = invocation.Get(Out) is { } file ? File.Create(file) : Console.OpenStandardOutput();
            await content.CopyToAsync(target, invocation.Interrupted);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CommandException.BadInput(CliCodes.FileTrouble, $"the artifact could not be written: {exception.Message}");
        }

        return ExitCodes.Done;
    }

    private static int Show(Invocation invocation)
    {
        using var home = invocation.Read();
        var digest = DigestOf(invocation);
        var size = home.Artifacts.GetSize(digest) ?? throw Missing(digest);
        var path = home.Artifacts.GetPlace(digest);
        if (invocation.Terminal.Json)
        {
            invocation.Terminal.Write(writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("digest", digest);
                writer.WriteNumber("size", size);
                writer.WriteString("path", path);
                writer.WriteEndObject();
            });
        }
        else
        {
            invocation.Terminal.Say($"{digest}\n{Terminals.Texts.Count(size, "byte")}\n{path}");
        }

        return ExitCodes.Done;
    }

    private static string DigestOf(Invocation invocation)
    {
        var text = invocation.Get(Digest)!.ToLowerInvariant();
        var hex = text.StartsWith(Prefix, StringComparison.Ordinal) ? text[Prefix.Length..] : text;
        return hex.Length == 64 && hex.All(char.IsAsciiHexDigitLower)
            ? Prefix + hex
            : throw CommandException.BadInput(CliCodes.BadArguments, "a digest is sha256: and 64 hexadecimal digits");
    }

    private static CommandException Missing(string digest) =>
        CommandException.Refused(CliCodes.NoSuchArtifact, $"{digest} is not in this home; files that were only linked stay where they are");
}
