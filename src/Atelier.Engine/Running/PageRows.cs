using System.Runtime.InteropServices;
using System.Text;
using Atelier.Engine.Records;
using Atelier.Engine.Values;
using Atelier.Sdk;

namespace Atelier.Engine.Running;

/// <summary>Pages of sources as rows to record.</summary>
internal static class PageRows
{
    /// <summary>Longest key, bytes of UTF-8.</summary>
    public const int MaxKeyBytes = 255;

    /// <summary>Null with a failure: a key or a row is too long.</summary>
    public static List<RowRecord>? Of(SourcePage page, out StepFailure? failure)
    {
        var rows = new List<RowRecord>(page.Rows.Count);
        foreach (var row in page.Rows)
        {
            failure = Check(row);
            if (failure is not null)
            {
                return null;
            }

            rows.Add(new RowRecord(row.Key, JsonMarshal.GetRawUtf8Value(row.Value).ToArray()));
        }

        failure = null;
        return rows;
    }

    public static StepFailure FailureOf(ActionResult<SourcePage> result) => result switch
    {
        ActionResult<SourcePage>.Failed { Failure: var failure } => failure,
        ActionResult<SourcePage>.Rejected { Reason: var reason } => StepFailure.Permanent("ATL2141", reason),
        ActionResult<SourcePage>.Succeeded { Output: var page } when Of(page, out var failure) is null => failure!,
        _ => StepFailure.Permanent("ATL2142", "a source cannot wait or be empty: it gives rows or fails"),
    };

    /// <summary>Null: the key is neither empty nor too long.</summary>
    public static StepFailure? CheckKey(string key)
    {
        var bytes = Encoding.UTF8.GetByteCount(key);
        if (bytes is > 0 and <= MaxKeyBytes)
        {
            return null;
        }

        var shown = key.Length > 60 ? key[..60] + "..." : key;
        return StepFailure.Permanent("ATL2143", $"key `{shown}` has {bytes} bytes; keys have 1 to {MaxKeyBytes}. Give shorter ones with `key:`.");
    }

    private static StepFailure? Check(SourceRow row)
    {
        if (CheckKey(row.Key) is { } failure)
        {
            return failure;
        }

        return JsonMarshal.GetRawUtf8Value(row.Value).Length > ValueJson.MaxInline
            ? StepFailure.Permanent("ATL2144", $"row `{row.Key}` has more than {ValueJson.MaxInline / 1024} KiB. Keep large parts in files and name them.")
            : null;
    }
}
