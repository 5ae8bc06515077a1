using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Atelier.Engine.Runs;

namespace Atelier.Engine.State;

/// <summary>
/// Order-free hash of a set: the sum modulo 2^256 of the SHA-256 of its members (an AdHash after Bellare and Micciancio, 1997; it
/// guards against accidents, not against an adversary). Adding and taking away cost the same whatever the size.
/// </summary>
internal readonly record struct SetHash(ulong A, ulong B, ulong C, ulong D)
{
    public static SetHash From(byte[]? bytes) => bytes is null
        ? default
        : new SetHash(
            BinaryPrimitives.ReadUInt64BigEndian(bytes),
            BinaryPrimitives.ReadUInt64BigEndian(bytes.AsSpan(8)),
            BinaryPrimitives.ReadUInt64BigEndian(bytes.AsSpan(16)),
            BinaryPrimitives.ReadUInt64BigEndian(bytes.AsSpan(24)));

    public SetHash Add(string key, Outcome outcome, ReadOnlySpan<byte> value)
    {
        Span<byte> member = stackalloc byte[32];
        HashMember(key, outcome, value, member);
        var other = new SetHash(
            BinaryPrimitives.ReadUInt64BigEndian(member),
            BinaryPrimitives.ReadUInt64BigEndian(member[8..]),
            BinaryPrimitives.ReadUInt64BigEndian(member[16..]),
            BinaryPrimitives.ReadUInt64BigEndian(member[24..]));
        return Sum(this, other);
    }

    public SetHash Remove(string key, Outcome outcome, ReadOnlySpan<byte> value)
    {
        var one = default(SetHash).Add(key, outcome, value);
        var negated = Sum(new SetHash(~one.A, ~one.B, ~one.C, ~one.D), new SetHash(0, 0, 0, 1));
        return Sum(this, negated);
    }

    public byte[]? ToBytes()
    {
        if (this == default)
        {
            return null;
        }

        var bytes = new byte[32];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, A);
        BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(8), B);
        BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(16), C);
        BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(24), D);
        return bytes;
    }

    public string ToHex() => Convert.ToHexStringLower(ToBytes() ?? new byte[32]);

    private static SetHash Sum(SetHash x, SetHash y)
    {
        var d = x.D + y.D;
        var carry = d < x.D ? 1UL : 0;
        var c = x.C + y.C + carry;
        carry = carry == 0 ? (c < x.C ? 1UL : 0) : (c <= x.C ? 1UL : 0);
        var b = x.B + y.B + carry;
        carry = carry == 0 ? (b < x.B ? 1UL : 0) : (b <= x.B ? 1UL : 0);
        return new SetHash(x.A + y.A + carry, b, c, d);
    }

    private static void HashMember(string key, Outcome outcome, ReadOnlySpan<byte> value, Span<byte> hash)
    {
        var keyLength = Encoding.UTF8.GetByteCount(key);
        var length = 4 + keyLength + 1 + value.Length;
        var rented = length <= 1024 ? null : System.Buffers.ArrayPool<byte>.Shared.Rent(length);
        var buffer = rented is null ? stackalloc byte[1024] : rented;
        BinaryPrimitives.WriteInt32BigEndian(buffer, keyLength);
        Encoding.UTF8.GetBytes(key, buffer[4..]);
        buffer[4 + keyLength] = (byte)outcome;
        value.CopyTo(buffer[(5 + keyLength)..]);
        SHA256.HashData(buffer[..length], hash);
        if (rented is not null)
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(rented);
        }
    }
}
