namespace Atelier.Sdk.Models;

/// <summary>A rectangle in pixels of the picture as people see it (orientation applied), from the upper left.</summary>
public sealed record PixelBox(double Left, double Top, double Right, double Bottom)
{
    /// <summary>Pixels, 0 or more.</summary>
    public double Width => Math.Max(0, Right - Left);

    /// <summary>Pixels, 0 or more.</summary>
    public double Height => Math.Max(0, Bottom - Top);

    /// <summary>Square pixels.</summary>
    public double Area => Width * Height;
}

/// <summary>A point in pixels, as <see cref="PixelBox"/>.</summary>
public sealed record PixelPoint(double X, double Y);

/// <summary>What NIMA says.</summary>
/// <param name="Mean">Mean score, 1..10.</param>
/// <param name="Spread">Standard deviation of the distribution.</param>
/// <param name="Shares">Ten shares of the scores 1 to 10; their sum is 1.</param>
public sealed record PictureScore(double Mean, double Spread, IReadOnlyList<double> Shares);

/// <summary>What a detector found.</summary>
/// <param name="Width">Of the picture, pixels.</param>
/// <param name="Height">Of the picture, pixels.</param>
/// <param name="Objects">Best first.</param>
public sealed record DetectedObjects(int Width, int Height, IReadOnlyList<DetectedObject> Objects);

/// <summary>One object.</summary>
/// <param name="Label">The model's word for it.</param>
/// <param name="Score">0..1.</param>
/// <param name="Box">Where it is.</param>
public sealed record DetectedObject(string Label, double Score, PixelBox Box);

/// <summary>What to segment: a box, points, or both.</summary>
/// <param name="Box">Around the thing.</param>
/// <param name="Inside">Points on it.</param>
/// <param name="Outside">Points beside it.</param>
public sealed record SegmentPrompt(PixelBox? Box, IReadOnlyList<PixelPoint> Inside, IReadOnlyList<PixelPoint> Outside);

/// <summary>Masks, one a prompt in their order.</summary>
/// <param name="Width">Of the picture, pixels.</param>
/// <param name="Height">Of the picture, pixels.</param>
/// <param name="Masks">One a prompt.</param>
public sealed record SegmentedPicture(int Width, int Height, IReadOnlyList<PictureMask> Masks);

/// <summary>One mask on the model's grid over the whole picture.</summary>
/// <param name="Columns">Cells across.</param>
/// <param name="Rows">Cells down.</param>
/// <param name="Logits">Row by row; above 0 is inside.</param>
/// <param name="Score">The model's own estimate of the mask's overlap with the truth, 0..1.</param>
public sealed record PictureMask(int Columns, int Rows, float[] Logits, double Score);

/// <summary>A labelled part of a text.</summary>
/// <param name="Label">Without its BIO prefix.</param>
/// <param name="Start">First character, UTF-16 units from 0.</param>
/// <param name="End">After the last.</param>
/// <param name="Text">The part itself.</param>
/// <param name="Score">0..1.</param>
public sealed record LabelledSpan(string Label, int Start, int End, string Text, double Score);

/// <summary>One message of a conversation.</summary>
/// <param name="Role"><c>system</c>, <c>user</c> or <c>assistant</c>.</param>
/// <param name="Text">What is said.</param>
/// <param name="Pictures">Absolute paths of the pictures shown with it.</param>
public sealed record ModelMessage(string Role, string Text, IReadOnlyList<string> Pictures);

/// <summary>What a model wrote.</summary>
/// <param name="Text">Without the prompt and the end mark.</param>
/// <param name="InputTokens">Tokens read.</param>
/// <param name="OutputTokens">Tokens written.</param>
/// <param name="Finish"><c>stop</c> or <c>length</c>.</param>
public sealed record GeneratedText(string Text, int InputTokens, int OutputTokens, string Finish);
