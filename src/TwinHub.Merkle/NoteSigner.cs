using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace TwinHub.Merkle;

/// <summary>A private key. The caller keeps it, as PKCS#8, and decides who may use it. Safe for concurrent use.</summary>
/// <remarks>A log signs a head only if it extends every head it signed before; keeping to that is the caller's part.</remarks>
public sealed class NoteSigner : IDisposable
{
    private readonly ECDsa key;
    private readonly Lock gate = new();

    private NoteSigner(string name, NoteKeyKind kind, ECDsa key) => (this.key, Key) = (key, NoteKey.Of(name, kind, key));

    /// <summary>The public side.</summary>
    public NoteKey Key { get; }

    /// <summary>A new key.</summary>
    /// <exception cref="FormatException">Not a name for a key.</exception>
    public static NoteSigner Create(string name, NoteKeyKind kind) => Owned(name, kind, ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>The key that <see cref="ExportPkcs8"/> gave.</summary>
    /// <exception cref="FormatException">Not one P-256 key in PKCS#8, or not a name for a key.</exception>
    public static NoteSigner Import(string name, NoteKeyKind kind, ReadOnlySpan<byte> pkcs8) => Owned(name, kind, ReadKey(pkcs8));

    /// <summary>The private key in clear: whoever holds these bytes can sign.</summary>
    public byte[] ExportPkcs8()
    {
        lock (gate) return key.ExportPkcs8PrivateKey();
    }

    /// <summary>The log's signature on a text that ends with a newline.</summary>
    /// <exception cref="InvalidOperationException">This is the key of a witness.</exception>
    public NoteSignature Sign(string text)
    {
        if (Key.Kind != NoteKeyKind.Log) throw new InvalidOperationException("A witness's key cosigns.");
        return new NoteSignature(Key.Name, Key.Id, SignBytes(NoteSignature.Text.GetBytes(text)));
    }

    /// <summary>The witness's signature on a checkpoint that it found to follow the last one it saw (<see cref="Checkpoint.Follows"/>).</summary>
    /// <param name="checkpoint">What is cosigned.</param>
    /// <param name="at">When; whole seconds are kept.</param>
    /// <exception cref="InvalidOperationException">This is the key of a log.</exception>
    public NoteSignature Cosign(Checkpoint checkpoint, DateTimeOffset at)
    {
        if (Key.Kind != NoteKeyKind.Witness) throw new InvalidOperationException("A log's key signs its own texts only.");
        var seconds = at.ToUnixTimeSeconds();
        ArgumentOutOfRangeException.ThrowIfNegative(seconds, nameof(at));
        var signature = SignBytes(CosignedText(checkpoint.ToString(), seconds));
        return new NoteSignature(Key.Name, Key.Id, TimeThen(signature, seconds));
    }

    public void Dispose() => key.Dispose();

    internal static byte[] CosignedText(string text, long seconds) =>
        NoteSignature.Text.GetBytes(string.Create(CultureInfo.InvariantCulture, $"cosignature/v1\ntime {seconds}\n{text}"));

    private static byte[] TimeThen(byte[] signature, long seconds)
    {
        var bytes = new byte[sizeof(long) + signature.Length];
        BinaryPrimitives.WriteInt64BigEndian(bytes, seconds);
        signature.CopyTo(bytes.AsSpan(sizeof(long)));
        return bytes;
    }

    private static ECDsa ReadKey(ReadOnlySpan<byte> pkcs8)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportPkcs8PrivateKey(pkcs8, out var read);
            if (read == pkcs8.Length) return key;
        }
        catch (CryptographicException)
        {
            // Told below, like bytes that follow a key.
        }
        key.Dispose();
        throw new FormatException("Not exactly one elliptic-curve key in PKCS#8.");
    }

    private static NoteSigner Owned(string name, NoteKeyKind kind, ECDsa key)
    {
        try
        {
            return new NoteSigner(name, kind, key);
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }

    private byte[] SignBytes(byte[] text)
    {
        lock (gate) return key.SignData(text, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }
}
