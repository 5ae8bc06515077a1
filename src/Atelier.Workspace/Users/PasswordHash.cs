using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Atelier.Workspace.Users;

/// <summary>
/// What verifies a password: PBKDF2-HMAC-SHA256 with its parameters, as <c>pbkdf2-sha256$600000$salt$hash</c> (base64). 600,000 iterations are what OWASP asks
/// for in 2023 and later; a hash with fewer is renewed at the next sign-in.
/// </summary>
public sealed class PasswordHash
{
    /// <summary>Iterations of a new hash.</summary>
    public const int Iterations = 600_000;

    private const string Algorithm = "pbkdf2-sha256";
    private const int SaltSize = 16;
    private const int HashSize = 32;
    private readonly int _iterations;
    private readonly byte[] _salt;
    private readonly byte[] _hash;

    private PasswordHash(int iterations, byte[] salt, byte[] hash)
    {
        _iterations = iterations;
        _salt = salt;
        _hash = hash;
    }

    /// <summary>Verifies nothing and takes as long as one that does: for users that do not exist, so that nobody learns who does from the time of an answer.</summary>
    public static PasswordHash Nobody { get; } = new(Iterations, new byte[SaltSize], new byte[HashSize]);

    /// <summary>Whether it is weaker than a new one would be.</summary>
    public bool IsDated => _iterations < Iterations;

    /// <summary>Hashes a password, which takes a good part of a second by design.</summary>
    public static PasswordHash Of(string password, RandomBytes random, int iterations = Iterations)
    {
        var salt = random(SaltSize);
        return new PasswordHash(iterations, salt, Derive(password, salt, iterations));
    }

    /// <summary>Reads what <see cref="ToText"/> wrote.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static PasswordHash Parse(string text)
    {
        var parts = text.Split('$');
        return parts is [Algorithm, var iterations, var salt, var hash] && int.TryParse(iterations, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0
            ? new PasswordHash(count, Convert.FromBase64String(salt), Convert.FromBase64String(hash))
            : throw new FormatException("not the hash of a password");
    }

    /// <summary>Whether it is the password. Takes equally long whether or not.</summary>
    public bool Verifies(string password)
    {
        var equal = CryptographicOperations.FixedTimeEquals(Derive(password, _salt, _iterations), _hash);
        return equal && !ReferenceEquals(this, Nobody);
    }

    /// <summary>What is kept.</summary>
    public string ToText() => string.Create(CultureInfo.InvariantCulture, $"{Algorithm}${_iterations}${Convert.ToBase64String(_salt)}${Convert.ToBase64String(_hash)}");

    /// <summary>Says nothing, since what is printed ends in logs.</summary>
    public override string ToString() => "(password)";

    private static byte[] Derive(string password, byte[] salt, int iterations) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password), salt, iterations, HashAlgorithmName.SHA256, HashSize);
}
