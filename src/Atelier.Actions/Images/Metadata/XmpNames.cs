using System.Xml.Linq;

namespace Atelier.Actions.Images.Metadata;

/// <summary>The namespaces of XMP (ISO 16684-1) that are read and written.</summary>
internal static class XmpNames
{
    public static readonly XNamespace Meta = "adobe:ns:meta/";
    public static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    public static readonly XNamespace Dublin = "http://purl.org/dc/elements/1.1/";
    public static readonly XNamespace Xmp = "http://ns.adobe.com/xap/1.0/";

    /// <summary>Fields that no standard names.</summary>
    public static readonly XNamespace Own = "urn:atelier:xmp:1.0#";
}
