using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TwinHub.Merkle;

/// <summary>What a key's signature says.</summary>
public enum NoteKeyKind
{
    /// <summary>The key of a log: "this is my text". ECDSA P-256 with SHA-256 in DER, C2SP type 0x02.</summary>
    Log,

    /// <summary>The key of a witness: "at this time I knew of no other history". The same algorithm, C2SP type 0xff with <see cref="NoteKey.CosignatureType"/>.</summary>
    Witness,
}

/// <summary>A public key under its name, and its text form name+id+base64 that others are given to check with.</summary>
/// <remarks>Source: C2SP signed-note. C2SP defines cosignatures for algorithms that .NET 10 lacks; hence a type of our own.</remarks>
public sealed record NoteKey
{
    /// <summary>Follows the byte 0xff in the type of a witness's key.</summary>
    public const string CosignatureType = "twinhub.cosignature.ecdsa-p256-sha256.v1";

    private const string P256 = "1.2.840.10045.3.1.7";
    private const byte LogType = 0x02;
    private static readonly byte[] WitnessType = [0xff, .. Encoding.ASCII.GetBytes(CosignatureType)];
    private readonly byte[] spki;

    private NoteKey(string name, NoteKeyKind kind, byte[] spki)
    {
        if (!IsName(name)) throw new FormatException("The name of a key is not empty and has neither spaces nor plus signs nor control characters.");
        if (!IsP256(spki)) throw new FormatException("Not a P-256 public key.");
        (Name, Kind, this.spki) = (name, kind, spki);
        Id = kind == NoteKeyKind.Log ? First4(spki) : First4([.. Encoding.UTF8.GetBytes(name), (byte)'\n', .. WitnessType, .. spki]);
    }

    public string Name { get; }

    public NoteKeyKind Kind { get; }

    /// <summary>Short mark of the key on a signature line. It does not prove the key: anyone can make one with the same mark.</summary>
    public uint Id { get; }

    /// <summary>Reads the text form.</summary>
    /// <exception cref="FormatException">Another form, algorithm or curve, or the id is not that of the key.</exception>
    public static NoteKey Parse(string text)
    {
        var parts = text.Split('+', 3); // base64 has plus signs too
        if (parts.Length != 3 || Base64Text.Decode(parts[2]) is not { Length: > 0 } typed) throw new FormatException("A key is written name+id+base64.");
        var key = typed[0] == LogType ? new NoteKey(parts[0], NoteKeyKind.Log, typed[1..])
            : typed.AsSpan().StartsWith(WitnessType) ? new NoteKey(parts[0], NoteKeyKind.Witness, typed[WitnessType.Length..])
            : throw new FormatException("The type of the key is neither 0x02 nor our cosignature.");
        return key.IdText == parts[1] ? key : throw new FormatException("The id is not that of the key.");
    }

    /// <summary>Whether two are the same key under the same name, for the same kind of signature.</summary>
    public bool Equals(NoteKey? other) => other is not null && other.Kind == Kind && other.Name == Name && other.spki.AsSpan().SequenceEqual(spki);

    public override int GetHashCode() => HashCode.Combine(Name, Kind, Id);

    public override string ToString() => $"{Name}+{IdText}+{Convert.ToBase64String([.. Kind == NoteKeyKind.Log ? [LogType] : WitnessType, .. spki])}";

    internal static NoteKey Of(string name, NoteKeyKind kind, ECDsa key) => new(name, kind, key.ExportSubjectPublicKeyInfo());

    internal static bool IsName(string name) => name.Length > 0 && !name.Any(c => c == '+' || char.IsWhiteSpace(c) || char.IsControl(c));

    internal bool IsValid(ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(spki, out _);
        return key.VerifyData(text, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    private string IdText => Id.ToString("x8", CultureInfo.InvariantCulture);

    private static uint First4(byte[] text) => BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(text));

    private static bool IsP256(byte[] spki)
    {
        using var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(spki, out var read);
            return read == spki.Length && key.ExportParameters(false).Curve.Oid?.Value == P256;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
