namespace Atelier.Actions;

/// <summary>The failure codes of the built-in actions, in one place so that none gets two meanings.</summary>
internal static class ActionCodes
{
    /// <summary>The input does not fit: also used by the Sdk when the record cannot be read.</summary>
    public const string BadInput = "ATL5001";

    /// <summary><c>core.fail</c> without a code of its own.</summary>
    public const string FailedOnPurpose = "ATL5002";

    /// <summary><c>core.assert</c> did not hold.</summary>
    public const string AssertionFailed = "ATL5003";

    /// <summary>A run or workflow that another step names does not exist, or refuses.</summary>
    public const string RunRefused = "ATL5004";

    /// <summary>A file or folder is not there.</summary>
    public const string FileMissing = "ATL5101";

    /// <summary>The system or a rule forbids it: permissions, a folder where a file is meant, a path out of its folder.</summary>
    public const string FileRefused = "ATL5102";

    /// <summary>No space left.</summary>
    public const string DiskFull = "ATL5103";

    /// <summary>Another trouble with a file.</summary>
    public const string FileTrouble = "ATL5104";

    /// <summary>The bytes are not what they are read as: no UTF-8, no JSON, too large to hold.</summary>
    public const string FileUnreadable = "ATL5105";

    /// <summary>The file exists and <c>overwrite: false</c> is asked.</summary>
    public const string FileExists = "ATL5106";

    /// <summary>A line, record or element is broken, or the data end in the middle.</summary>
    public const string DataBroken = "ATL5201";

    /// <summary>A field, column or place that is asked for is not in the data.</summary>
    public const string FieldMissing = "ATL5202";

    /// <summary>The data changed while they were read by pages.</summary>
    public const string DataChanged = "ATL5203";

    /// <summary>The right side of a join is larger than what is held in memory.</summary>
    public const string JoinTooLarge = "ATL5204";

    /// <summary>Another process holds the database.</summary>
    public const string DatabaseBusy = "ATL5205";

    /// <summary>The file is no database, or a damaged one.</summary>
    public const string DatabaseBroken = "ATL5206";

    /// <summary>The SQL or the table does not fit.</summary>
    public const string SqlRefused = "ATL5207";

    /// <summary>A program cannot be started.</summary>
    public const string ProgramMissing = "ATL5401";

    /// <summary>A program or container ended with an exit code that means failure.</summary>
    public const string ExitCode = "ATL5402";

    /// <summary>A program or container was ended by a signal.</summary>
    public const string EndedBySignal = "ATL5403";

    /// <summary>The result file is no JSON, or too large.</summary>
    public const string ResultBroken = "ATL5404";

    /// <summary>The address is private, loopback or link-local, and not allowed.</summary>
    public const string AddressRefused = "ATL5301";

    /// <summary>The server answered with a status that is not expected.</summary>
    public const string HttpStatus = "ATL5302";

    /// <summary>The answer is larger than allowed.</summary>
    public const string HttpTooLarge = "ATL5303";

    /// <summary>The connection broke, or the answer ended early.</summary>
    public const string HttpBroken = "ATL5304";

    /// <summary>The server cannot be reached, or does not answer in time.</summary>
    public const string HttpUnreachable = "ATL5305";

    /// <summary>A redirect is not followed: other host, no https any more, or too many.</summary>
    public const string RedirectRefused = "ATL5306";

    /// <summary>The answer is not what it is read as.</summary>
    public const string HttpUnreadable = "ATL5307";

    /// <summary>The server's certificate is not trusted, or TLS fails.</summary>
    public const string TlsFailed = "ATL5308";

    /// <summary>The container engine cannot start the container.</summary>
    public const string ContainerRefused = "ATL5405";

    /// <summary>The container image is not here and cannot be fetched.</summary>
    public const string ImageMissing = "ATL5406";
}
