using Atelier.Actions.Images.Edits;
using Atelier.Actions.Images.Grouping;
using Atelier.Actions.Images.Metadata;
using Atelier.Actions.Images.Pages;
using Atelier.Hosts.Media;
using Atelier.Sdk;

namespace Atelier.Actions.Images;

/// <summary>The family <c>images.*</c>: decoding by the media host, everything else in this process.</summary>
public static class ImageActions
{
    /// <summary>Makes them; the pool starts no process before the first picture, and stays the caller's to dispose.</summary>
    public static IReadOnlyList<IAction> All(MediaHostPool pool) =>
    [
        new AdjustAction(pool),
        new ApplyEditsAction(pool),
        new ContactPageAction(pool),
        new ContactSheetAction(pool),
        new ConvertAction(pool),
        new CropAction(pool),
        new GroupSimilarAction(),
        new HashAction(pool),
        new InfoAction(pool),
        new PaletteAction(pool),
        new QualityAction(pool),
        new WriteMetadataAction(),
    ];
}
