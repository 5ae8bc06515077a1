namespace Atelier.Engine.Leases;

/// <summary>How a worker came to leave a body.</summary>
internal enum LeftBy
{
    /// <summary>It was not heard of in time: the attempt counts as cut off.</summary>
    Silence,

    /// <summary>It gave the body back: the attempt is not spent.</summary>
    HandingBack,
}
