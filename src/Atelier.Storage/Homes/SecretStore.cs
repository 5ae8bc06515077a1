using System.Security.Cryptography;
using System.Text;
using Atelier.Engine.Secrets;
using Atelier.Engine.Stores;
using Atelier.Storage.Sqlite;

namespace Atelier.Storage.Homes;

/// <summary>
/// Named secrets of a home: in the database encrypted with AES-256-GCM, bound to their name, under a key that lies beside it in a file that only
/// its user may read. It keeps values out of copies of the database; who can read the whole home can read them.
/// </summary>
public sealed class SecretStore : ISecretSource, IDisposable
{
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private readonly HomeLayout _layout;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private Database? _database;

    /// <summary>Secrets of a home whose database is there; opened when first asked.</summary>
    public SecretStore(HomeLayout layout, TimeProvider time)
    {
        _layout = layout;
        _time = time;
    }

    private Database Database => _database ??= Database.Open(_layout.Database, create: false);

    /// <summary>Keeps a value under a name, in place of an earlier one. Durable on return.</summary>
    public void Set(string name, string value)
    {
        var plain = Encoding.UTF8.GetBytes(value);
        var sealedValue = new byte[NonceSize + TagSize + plain.Length];
        var nonce = sealedValue.AsSpan(0, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(Key(create: true), TagSize);
        cipher.Encrypt(nonce, plain, sealedValue.AsSpan(NonceSize + TagSize), sealedValue.AsSpan(NonceSize, TagSize), Encoding.UTF8.GetBytes(name));
        lock (_gate)
        {
            using var statement = Database.Compile("INSERT OR REPLACE INTO secrets VALUES (?1, ?2, ?3)");
            statement.Bind(1, name).Bind(2, sealedValue).Bind(3, _time.GetUtcNow().ToUnixTimeMilliseconds()).Run();
        }
    }

    /// <summary>The value; null: no such secret.</summary>
    /// <exception cref="StoreException">ATL3009: the key file is missing or is not the one it was written with.</exception>
    public string? Find(string name)
    {
        byte[]? found;
        lock (_gate)
        {
            using var statement = Database.Compile("SELECT value FROM secrets WHERE name = ?1");
            found = statement.Bind(1, name).Step() ? statement.Blob(0) : null;
        }

        if (found is null)
        {
            return null;
        }

        try
        {
            var plain = new byte[found.Length - NonceSize - TagSize];
            using var cipher = new AesGcm(Key(create: false), TagSize);
            cipher.Decrypt(found.AsSpan(0, NonceSize), found.AsSpan(NonceSize + TagSize), found.AsSpan(NonceSize, TagSize), plain, Encoding.UTF8.GetBytes(name));
            return Encoding.UTF8.GetString(plain);
        }
        catch (CryptographicException exception)
        {
            throw Unreadable($"does not open the secret {name}", exception);
        }
    }

    /// <summary>Names with the time they were set (Unix milliseconds), by name.</summary>
    public IReadOnlyList<(string Name, long At)> List()
    {
        lock (_gate)
        {
            var names = new List<(string, long)>();
            using var statement = Database.Compile("SELECT name, at FROM secrets ORDER BY name");
            while (statement.Step())
            {
                names.Add((statement.Text(0), statement.Int64(1)));
            }

            return names;
        }
    }

    /// <summary>Forgets a secret; false: there was none.</summary>
    public bool Remove(string name)
    {
        lock (_gate)
        {
            using var statement = Database.Compile("DELETE FROM secrets WHERE name = ?1");
            statement.Bind(1, name).Run();
            return Database.Changes > 0;
        }
    }

    /// <inheritdoc />
    public void Dispose() => _database?.Dispose();

    private byte[] Key(bool create)
    {
        if (!File.Exists(_layout.SecretKey) && create && List().Count == 0)
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var file = new FileStream(_layout.SecretKey, options);
            file.Write(RandomNumberGenerator.GetBytes(32));
            file.Flush(flushToDisk: true);
        }

        if (!File.Exists(_layout.SecretKey))
        {
            throw Unreadable("is missing");
        }

        var key = File.ReadAllBytes(_layout.SecretKey);
        return key.Length == 32 ? key : throw Unreadable("is not 32 bytes long");
    }

    private StoreException Unreadable(string why, Exception? inner = null) =>
        new("ATL3009", $"{_layout.SecretKey} {why}; put the file back that the secrets were set with, or remove and set them again", retry: false, inner);
}
