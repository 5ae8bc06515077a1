using System.Buffers.Binary;
using Atelier.Storage.Sqlite;

namespace Atelier.Storage.Artifacts;

/// <summary>
/// Artifacts that anything in a home refers to: by the references that commits record, and by every value that outlives a run or came from
/// outside. Kept by their first eight bytes: a million of them take 16 MB, and a clash only keeps an artifact for longer.
/// </summary>
internal sealed class LiveDigests
{
    private static readonly string[] Values =
        ["SELECT output FROM results", "SELECT output FROM ledger", "SELECT value FROM rows", "SELECT inputs FROM runs", "SELECT output FROM runs", "SELECT payload FROM signals"];

    private readonly HashSet<ulong> _starts = [];

    public LiveDigests(Database database)
    {
        using var references = database.Compile("SELECT digest FROM artifact_refs");
        while (references.Step())
        {
            _starts.Add(BinaryPrimitives.ReadUInt64BigEndian(references.Span(0)));
        }

        foreach (var sql in Values)
        {
            using var values = database.Compile(sql);
            while (values.Step())
            {
                AddFrom(values.Span(0));
            }
        }
    }

    public bool Contains(ReadOnlySpan<byte> digest) => _starts.Contains(BinaryPrimitives.ReadUInt64BigEndian(digest));

    private void AddFrom(ReadOnlySpan<byte> json)
    {
        const int Digits = 64;
        Span<byte> bytes = stackalloc byte[Digits / 2];
        for (var at = json.IndexOf("sha256:"u8); at >= 0; at = json.IndexOf("sha256:"u8))
        {
            json = json[(at + "sha256:".Length)..];
            if (json.Length >= Digits && Convert.FromHexString(json[..Digits], bytes, out _, out _) == System.Buffers.OperationStatus.Done)
            {
                _starts.Add(BinaryPrimitives.ReadUInt64BigEndian(bytes));
            }
        }
    }
}
