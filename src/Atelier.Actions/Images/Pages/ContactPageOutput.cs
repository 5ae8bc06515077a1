using System.ComponentModel;
using Atelier.Sdk;

namespace Atelier.Actions.Images.Pages;

/// <summary>What <c>images.contact_page</c> yields.</summary>
internal sealed record ContactPageOutput(
    [property: Description("The page: one HTML file that needs nothing beside it.")] Artifact Page,
    [property: Description("Items shown.")] int Items,
    [property: Description("Items that are not shown because there are more than `max`.")] int Left,
    [property: Description("Words by which can be searched by meaning.")] int Words,
    [property: Description("Keys of items with a picture that could not be decoded; their cards have none.")] IReadOnlyList<string> Unreadable);
