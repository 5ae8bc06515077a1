using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using static Atelier.Actions.Images.Metadata.XmpNames;

namespace Atelier.Actions.Images.Metadata;

/// <summary>An XMP packet: what it says, and setting more. What is not set stays as it was.</summary>
internal sealed class XmpPacket
{
    private const int MaxText = 10_000;

    private static readonly XName Description = Rdf + "Description";

    private readonly XElement _root;

    private XmpPacket(XElement root) => _root = root;

    /// <summary>Reads a packet; one that is missing or broken reads as empty.</summary>
    public static XmpPacket Parse(string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            try
            {
                using var reader = XmlReader.Create(new StringReader(text.Trim().TrimEnd('\0')), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
                if (XDocument.Load(reader).Root is { } root && root.DescendantsAndSelf(Rdf + "RDF").Any())
                {
                    return new XmpPacket(root);
                }
            }
            catch (XmlException)
            {
                // Broken: nothing can be read from it.
            }
        }

        return new XmpPacket(new XElement(
            Meta + "xmpmeta",
            new XAttribute(XNamespace.Xmlns + "x", Meta.NamespaceName),
            new XElement(Rdf + "RDF", new XAttribute(XNamespace.Xmlns + "rdf", Rdf.NamespaceName))));
    }

    /// <summary>title, description, creator, rights, keywords (list), rating, and single texts of other names (<c>prefix:name</c>, own ones without a prefix).</summary>
    public IReadOnlyDictionary<string, object> Fields()
    {
        var fields = new SortedDictionary<string, object>(StringComparer.Ordinal);
        foreach (var property in Properties())
        {
            var name = NameOf(property.Name, property.Prefix);
            if (property.Items is [_, ..] && name == "keywords")
            {
                fields[name] = property.Items;
            }
            else if (property.Items is [{ Length: <= MaxText }, ..])
            {
                fields[name] = name == "rating" && double.TryParse(property.Items[0], CultureInfo.InvariantCulture, out var rating)
                    ? rating
                    : string.Join(", ", property.Items);
            }
        }

        return fields;
    }

    /// <summary>Sets one text.</summary>
    public void SetText(XName name, string text) => Place(name, Clean(text));

    /// <summary>Sets a text with a language, of which the default one is written.</summary>
    public void SetLanguageText(XName name, string text) =>
        Place(name, new XElement(Rdf + "Alt", new XElement(Rdf + "li", new XAttribute(XNamespace.Xml + "lang", "x-default"), Clean(text))));

    /// <summary>Sets a list; <paramref name="container"/> is <c>Seq</c> where the order counts and <c>Bag</c> where not.</summary>
    public void SetList(XName name, string container, IEnumerable<string> items) =>
        Place(name, new XElement(Rdf + container, items.Select(item => new XElement(Rdf + "li", Clean(item)))));

    /// <summary>The packet with its wrapper, as files and sidecars hold it.</summary>
    public override string ToString() =>
        $"<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n{_root.ToString(SaveOptions.None)}\n<?xpacket end=\"w\"?>";

    private static string NameOf(XName name, string? prefix) => name switch
    {
        _ when name == Dublin + "subject" => "keywords",
        _ when name == Xmp + "Rating" => "rating",
        _ when name.Namespace == Dublin => name.LocalName,
        _ when name.Namespace == Own => XmlConvert.DecodeName(name.LocalName)!,
        _ => $"{prefix ?? "x"}:{name.LocalName}",
    };

    private static string Clean(string text) => new([.. text.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c))]);

    private IEnumerable<(XName Name, string? Prefix, IReadOnlyList<string> Items)> Properties()
    {
        foreach (var description in _root.DescendantsAndSelf(Rdf + "RDF").Elements(Description))
        {
            foreach (var attribute in description.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration && attribute.Name.Namespace != Rdf))
            {
                yield return (attribute.Name, description.GetPrefixOfNamespace(attribute.Name.Namespace), [attribute.Value]);
            }

            foreach (var element in description.Elements())
            {
                var items = element.Elements().Elements(Rdf + "li").Select(item => item.Value).ToList();
                var single = element.HasElements ? items : [element.Value];
                yield return (element.Name, element.GetPrefixOfNamespace(element.Name.Namespace), single);
            }
        }
    }

    private void Place(XName name, object content)
    {
        var rdf = _root.DescendantsAndSelf(Rdf + "RDF").First();
        foreach (var description in rdf.Elements(Description))
        {
            description.Attribute(name)?.Remove();
            description.Element(name)?.Remove();
        }

        var target = rdf.Element(Description);
        if (target is null)
        {
            target = new XElement(Description, new XAttribute(Rdf + "about", string.Empty));
            rdf.Add(target);
        }

        var prefix = name.Namespace == Dublin ? "dc" : name.Namespace == Xmp ? "xmp" : "atelier";
        if (target.GetPrefixOfNamespace(name.Namespace) is null)
        {
            target.Add(new XAttribute(XNamespace.Xmlns + prefix, name.NamespaceName));
        }

        target.Add(new XElement(name, content));
    }
}
