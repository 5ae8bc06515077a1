namespace Atelier.Models.Decoding;

/// <summary>What the four box columns of a detector hold.</summary>
public enum BoxForm
{
    /// <summary>Left, top, right, bottom.</summary>
    Corners,

    /// <summary>Centre x, centre y, width, height.</summary>
    CentreSize,

    /// <summary>
    /// Deltas to an anchor <c>(ax, ay, aw, ah)</c> (SSD, Liu et al. 2016, equation 2): <c>x = ax + dx vc aw</c>, <c>y = ay + dy vc ah</c>,
    /// <c>w = aw exp(dw vs)</c>, <c>h = ah exp(dh vs)</c>.
    /// </summary>
    Variances,

    /// <summary>Distances from an anchor point to left, top, right and bottom, in strides (FCOS, Tian et al. 2019; SCRFD).</summary>
    Distances,
}
