using System.Globalization;
using System.Net;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Atelier.Actions.Images.Pages;

/// <summary>Texts and numbers as a page writes them, and the style and the script that come along.</summary>
internal static class PageText
{
    /// <summary>The style of every page.</summary>
    public static string Style { get; } = Resource("page.css");

    /// <summary>The script of every page; it reads the page and its data block, and asks nobody for anything.</summary>
    public static string Script { get; } = Resource("page.js");

    /// <summary>
    /// What a browser may do with the page: show pictures that stand in it, and run this style and this script by their digests. Anything that got into the page
    /// by way of a caption stays text; were it written unescaped, it would still not run.
    /// </summary>
    public static string Policy { get; } = $"default-src 'none'; img-src data:; style-src '{Digest(Style)}'; script-src '{Digest(Script)}'; base-uri 'none'; form-action 'none'";

    /// <summary>Text for elements and for attributes in double quotes.</summary>
    public static string Encode(string? text) => WebUtility.HtmlEncode(text ?? string.Empty);

    /// <summary>A number with a point, whatever the machine's language.</summary>
    public static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private static string Digest(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Resource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        // Browsers read line ends as \n before they take the digest.
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
