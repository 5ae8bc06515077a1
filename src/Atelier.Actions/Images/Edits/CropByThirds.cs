using Atelier.Actions.Vision.Detection;

namespace Atelier.Actions.Images.Edits;

/// <summary>
/// Chooses a cut of given proportions. First it cuts as little of the subjects as can be: where all fit, all stay whole. Among such cuts the one is taken whose
/// point of interest lies nearest to a crossing of the thirds (to the middle, for subjects that fill the cut), that leaves room around subjects
/// and that gives up least of the picture. See <c>docs/specs/picture-edits.md</c>.
/// </summary>
internal static class CropByThirds
{
    private const int Places = 24;
    private const double Step = 0.05;

    /// <summary>Chooses within <paramref name="frame"/>.</summary>
    /// <param name="frame">What may be kept.</param>
    /// <param name="aspect">Width over height.</param>
    /// <param name="subjects">What should stay whole; without any the middle is kept.</param>
    /// <param name="minScale">The smallest cut as a share of the largest.</param>
    /// <param name="padding">Room around subjects, as a share of the cut's sides.</param>
    public static CutArea Choose(CutArea frame, double aspect, IReadOnlyList<CropSubject> subjects, double minScale, double padding)
    {
        var width = Math.Min(frame.Width, frame.Height * aspect);
        var height = width / aspect;
        if (subjects.Count == 0)
        {
            return new CutArea(frame.Left + ((frame.Width - width) / 2), frame.Top + ((frame.Height - height) / 2), width, height);
        }

        var weight = subjects.Sum(static subject => subject.Weight);
        var (focusX, focusY) = (subjects.Sum(subject => subject.FocusX * subject.Weight) / weight, subjects.Sum(subject => subject.FocusY * subject.Weight) / weight);
        CutArea? best = null;
        var least = (Lost: double.MaxValue, Cost: double.MaxValue);
        for (var scale = 1.0; scale >= minScale - 1e-9; scale -= Step)
        {
            var (w, h) = (width * scale, height * scale);
            foreach (var left in Starts(frame.Left, frame.Right - w, w, focusX, subjects.Select(static s => (s.Box.Left, s.Box.Right))))
            {
                foreach (var top in Starts(frame.Top, frame.Bottom - h, h, focusY, subjects.Select(static s => (s.Box.Top, s.Box.Bottom))))
                {
                    var cut = new CutArea(left, top, w, h);
                    var cost = (Lost(cut, subjects, weight), Cost(cut, subjects, weight, focusX, focusY, padding) + (0.6 * (1 - scale)));
                    if (cost.CompareTo(least) < 0)
                    {
                        (best, least) = (cut, cost);
                    }
                }
            }
        }

        return best!;
    }

    /// <summary>Starts to try along one side: evenly spread, with the focus on a third or in the middle, and with an edge at an edge of a subject.</summary>
    private static IEnumerable<double> Starts(double first, double last, double length, double focus, IEnumerable<(double Low, double High)> subjects)
    {
        var room = Math.Max(0, last - first);
        var starts = Enumerable.Range(0, Places + 1).Select(i => first + (room * i / Places))
            .Concat([focus - (length / 3), focus - (length / 2), focus - (2 * length / 3)])
            .Concat(subjects.SelectMany(subject => new[] { subject.Low, subject.High - length }));
        return starts.Select(start => Math.Clamp(start, first, first + room)).Distinct();
    }

    /// <summary>The weight of what is cut off: a subject that is not whole counts at least a tenth.</summary>
    private static double Lost(CutArea cut, IReadOnlyList<CropSubject> subjects, double weight)
    {
        var lost = 0.0;
        foreach (var subject in subjects)
        {
            var area = Math.Max(1e-9, subject.Box.Width * subject.Box.Height);
            var across = Math.Min(cut.Right, subject.Box.Right) - Math.Max(cut.Left, subject.Box.Left);
            var down = Math.Min(cut.Bottom, subject.Box.Bottom) - Math.Max(cut.Top, subject.Box.Top);
            var outside = 1 - (Math.Max(0, across) * Math.Max(0, down) / area);
            lost += outside > 1e-6 ? subject.Weight / weight * Math.Max(0.1, outside) : 0;
        }

        return Math.Round(lost, 6);
    }

    private static double Cost(CutArea cut, IReadOnlyList<CropSubject> subjects, double weight, double focusX, double focusY, double padding)
    {
        var (x, y) = ((focusX - cut.Left) / cut.Width, (focusY - cut.Top) / cut.Height);
        var fills = Math.Min(1, (subjects.Max(static s => s.Box.Right) - subjects.Min(static s => s.Box.Left)) / cut.Width);
        var third = Math.Min(Math.Abs(x - (1.0 / 3)), Math.Abs(x - (2.0 / 3)));

        // What is as wide as the cut has no place at a third.
        var across = ((1 - fills) * third) + (fills * Math.Abs(x - 0.5));
        var down = Math.Min(Math.Abs(y - (1.0 / 3)), Math.Abs(y - (2.0 / 3)));
        var tight = subjects.Sum(subject => subject.Weight / weight * Tightness(cut, subject.Box, padding));
        return Math.Sqrt((across * across) + (down * down)) + (0.5 * tight);
    }

    /// <summary>0 with all the room around, up to 1 at an edge.</summary>
    private static double Tightness(CutArea cut, SeenBox box, double padding)
    {
        if (padding <= 0)
        {
            return 0;
        }

        var least = Math.Min(
            Math.Min(box.Left - cut.Left, cut.Right - box.Right) / cut.Width,
            Math.Min(box.Top - cut.Top, cut.Bottom - box.Bottom) / cut.Height);
        return Math.Clamp(1 - (least / padding), 0, 1);
    }
}
