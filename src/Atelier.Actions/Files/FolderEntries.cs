using System.IO.Enumeration;
using System.Text;

namespace Atelier.Actions.Files;

/// <summary>
/// The names in one folder in ordinal order of their UTF-8 bytes. Names lie packed in one array (about 30 bytes a name), because a
/// folder may hold a million of them.
/// </summary>
internal sealed class FolderEntries
{
    private readonly byte[] _bytes;
    private readonly int[] _starts;

    private FolderEntries(byte[] bytes, int[] starts)
    {
        _bytes = bytes;
        _starts = starts;
    }

    [Flags]
    private enum Mark : byte
    {
        Folder = 1,
        Link = 2,
    }

    public int Count => _starts.Length;

    /// <summary>Reads the folder; throws what the file system throws.</summary>
    public static FolderEntries Read(string folder, bool hidden)
    {
        var bytes = new byte[4096];
        var used = 0;
        var starts = new List<int>();
        var options = new EnumerationOptions { IgnoreInaccessible = false, AttributesToSkip = 0, ReturnSpecialDirectories = false };
        var names = new FileSystemEnumerable<int>(folder, (ref FileSystemEntry entry) =>
        {
            // A name takes one byte of marks, two of length, and its bytes.
            var start = used;
            var most = 3 + Encoding.UTF8.GetMaxByteCount(entry.FileName.Length);
            if (bytes.Length - used < most)
            {
                Array.Resize(ref bytes, Math.Max(bytes.Length * 2, used + most));
            }

            var isLink = (entry.Attributes & FileAttributes.ReparsePoint) != 0;
            bytes[start] = (byte)((entry.IsDirectory ? Mark.Folder : 0) | (isLink ? Mark.Link : 0));
            var length = Encoding.UTF8.GetBytes(entry.FileName, bytes.AsSpan(start + 3));
            bytes[start + 1] = (byte)length;
            bytes[start + 2] = (byte)(length >> 8);
            used = start + 3 + length;
            return start;
        }, options)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => hidden || entry.FileName[0] != '.',
        };
        foreach (var start in names)
        {
            starts.Add(start);
        }

        var sorted = starts.ToArray();
        Array.Sort(sorted, (left, right) => Name(bytes, left).SequenceCompareTo(Name(bytes, right)));
        return new FolderEntries(bytes, sorted);
    }

    public string NameAt(int index) => Encoding.UTF8.GetString(Name(_bytes, _starts[index]));

    public bool IsFolder(int index) => ((Mark)_bytes[_starts[index]]).HasFlag(Mark.Folder);

    public bool IsLink(int index) => ((Mark)_bytes[_starts[index]]).HasFlag(Mark.Link);

    /// <summary>The index of the first name that is not before <paramref name="name"/>.</summary>
    public int LowerBound(string name, out bool found)
    {
        var wanted = Encoding.UTF8.GetBytes(name);
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Name(_bytes, _starts[middle]).SequenceCompareTo(wanted) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        found = low < Count && Name(_bytes, _starts[low]).SequenceEqual(wanted);
        return low;
    }

    private static ReadOnlySpan<byte> Name(byte[] bytes, int start) => bytes.AsSpan(start + 3, bytes[start + 1] | (bytes[start + 2] << 8));
}
