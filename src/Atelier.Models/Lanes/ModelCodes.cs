namespace Atelier.Models.Lanes;

/// <summary>Codes of questions to models.</summary>
internal static class ModelCodes
{
    /// <summary>The model does not answer such questions.</summary>
    public const string WrongQuestion = "ATL5702";

    /// <summary>The graph failed, or gave other tensors than its kind must.</summary>
    public const string Broken = "ATL5703";

    /// <summary>It is larger than the whole budget.</summary>
    public const string TooLarge = "ATL5704";

    /// <summary>Its memory was in use by others for too long.</summary>
    public const string MemoryWait = "ATL5705";

    /// <summary>Memory ran out although others made room.</summary>
    public const string OutOfMemory = "ATL5706";

    /// <summary>The secret of a server's key is not set.</summary>
    public const string NoKey = "ATL5707";

    /// <summary>The host does not load it.</summary>
    public const string CannotLoad = "ATL6010";

    /// <summary>The host failed in a way of its own.</summary>
    public const string HostFault = "ATL6011";
}
