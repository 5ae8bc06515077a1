using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Atelier.Language.Yaml;

/// <summary>Text to positioned nodes: YAML 1.2 with anchors and aliases, without tags and merge keys. JSON is read as what it is, a subset.</summary>
internal static class YamlReader
{
    /// <summary>The document's root; null when the text cannot be read, with the reason in <paramref name="diagnostics"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">Its name in messages.</param>
    /// <param name="diagnostics">Where mistakes go.</param>
    /// <param name="keepRepeated">True: a map keeps members whose key stands before; otherwise that is a mistake.</param>
    public static YamlNode? Read(string text, string file, DiagnosticBag diagnostics, bool keepRepeated = false)
    {
        var start = text.StartsWith('\uFEFF') ? 1 : 0;
        var source = new SourceText(start == 0 ? text : text[start..], file);
        if (Encoding.UTF8.GetByteCount(source.Text) > LanguageLimits.DocumentBytes)
        {
            diagnostics.Error(DiagnosticCodes.DocumentTooLarge, new SourcePosition(file, 1, 1), "The document is larger than 1 MiB.", "Move lists of data to files and read them with a `files` or `data` action.");
            return null;
        }

        if (!keepRepeated && JsonReader.Looks(source.Text) && JsonReader.TryRead(source, diagnostics, out var json))
        {
            return json;
        }

        return ReadEvents(source, new YamlTreeBuilder(source, diagnostics, keepRepeated), diagnostics);
    }

    private static YamlNode? ReadEvents(SourceText source, YamlTreeBuilder builder, DiagnosticBag diagnostics)
    {
        var parser = new Parser(new Scanner(new StringReader(source.Text), skipComments: true));
        var documents = 0;
        while (true)
        {
            if (Advance(parser, source, diagnostics) is not { } more)
            {
                return null;
            }

            if (!more)
            {
                break;
            }

            if (parser.Current is DocumentStart start)
            {
                documents++;
                if (documents > 1)
                {
                    diagnostics.Error(DiagnosticCodes.SeveralDocuments, source.PositionAt(start.Start.Index), "The text holds more than one document.", "Keep one workflow a file.");
                    return null;
                }
            }

            if (!builder.Add(parser.Current!))
            {
                return null;
            }
        }

        if (builder.Root is null)
        {
            diagnostics.Error(DiagnosticCodes.EmptyDocument, new SourcePosition(source.File, 1, 1), "The text holds no workflow.", "Begin with `name:` and `steps:`.");
        }

        return builder.Root;
    }

    /// <summary>False at the end; null, with the mistake told, when the text is no YAML.</summary>
    private static bool? Advance(Parser parser, SourceText source, DiagnosticBag diagnostics)
    {
        try
        {
            return parser.MoveNext();
        }
        catch (YamlException exception)
        {
            var at = exception.Message.Contains("tab as indentation", StringComparison.Ordinal) ? FindTab(source.Text, exception.Start.Index) : exception.Start.Index;
            diagnostics.Error(DiagnosticCodes.Syntax, source.PositionAt(at), $"This cannot be read as YAML: {Clause(exception.Message)}.");
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or IndexOutOfRangeException or OverflowException or FormatException)
        {
            // The scanner has no message of its own for some broken texts; what it read last is where they break.
            diagnostics.Error(DiagnosticCodes.Syntax, source.PositionAt(parser.Current?.End.Index ?? 0), "This cannot be read as YAML from here on.", "Look for a stray `*`, `&`, `?`, `:` or bracket.");
        }

        return null;
    }

    // The scanner names where the enclosing map began; people look for the tab.
    private static long FindTab(string text, long start)
    {
        for (var tab = text.IndexOf('\t', (int)start); tab >= 0; tab = text.IndexOf('\t', tab + 1))
        {
            if (string.IsNullOrWhiteSpace(text[(text.LastIndexOf('\n', tab) + 1)..tab]))
            {
                return tab;
            }
        }

        return start;
    }

    private static string Clause(string message)
    {
        // YamlDotNet puts the place before the sentence; ours is in the diagnostic.
        var colon = message.StartsWith('(') ? message.IndexOf("): ", StringComparison.Ordinal) : -1;
        var clause = (colon < 0 ? message : message[(colon + 3)..]).TrimEnd('.', ' ');
        return clause.ReplaceLineEndings(" ");
    }
}
