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

    /// <summary>The output of a remote worker's task does not fit its schema.</summary>
    public const string TaskOutput = "ATL5005";

    /// <summary>A task of a remote worker was asked for where there are none.</summary>
    public const string TaskWithoutWorker = "ATL5006";

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

    /// <summary>The model is of a kind that does not answer this action.</summary>
    public const string LlmWrongModel = "ATL5602";

    /// <summary>The server refuses the key.</summary>
    public const string LlmRefusedKey = "ATL5603";

    /// <summary>The server has no such model, or nothing at this address.</summary>
    public const string LlmModelMissing = "ATL5604";

    /// <summary>The request is too long for the model.</summary>
    public const string LlmTooLong = "ATL5605";

    /// <summary>The server asks for a pause.</summary>
    public const string LlmRateLimited = "ATL5606";

    /// <summary>The account's quota is used up.</summary>
    public const string LlmQuota = "ATL5607";

    /// <summary>The server failed, or is down.</summary>
    public const string LlmServerFailed = "ATL5608";

    /// <summary>The server stalled, or broke off its answer.</summary>
    public const string LlmStalled = "ATL5609";

    /// <summary>The answer is none of the protocol.</summary>
    public const string LlmUnreadable = "ATL5610";

    /// <summary>The model or a filter refuses to answer.</summary>
    public const string LlmFiltered = "ATL5611";

    /// <summary>The answer was cut off at its limit before it could be used.</summary>
    public const string LlmCut = "ATL5612";

    /// <summary>The answer does not fit the schema, asked twice.</summary>
    public const string LlmMisfit = "ATL5613";

    /// <summary>The server refuses the request.</summary>
    public const string LlmRequestRefused = "ATL5614";

    /// <summary>A prompt template names a variable that was not given.</summary>
    public const string LlmTemplate = "ATL5615";

    /// <summary>The schema cannot be held against answers.</summary>
    public const string LlmSchema = "ATL5616";

    /// <summary>The deadline of a question to people is no duration.</summary>
    public const string DeadlineBroken = "ATL5801";

    /// <summary>A recipe step names a result that it was not given.</summary>
    public const string ResultMissing = "ATL5802";
}
