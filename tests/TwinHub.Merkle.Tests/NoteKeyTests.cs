using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TwinHub.Merkle.Tests;

public sealed class NoteKeyTests
{
    private const string Name = "log.example/journal";

    [Theory]
    [InlineData(NoteKeyKind.Log)]
    [InlineData(NoteKeyKind.Witness)]
    public void A_key_comes_back_from_its_text(NoteKeyKind kind)
    {
        using var signer = NoteSigner.Create(Name, kind);
        var key = NoteKey.Parse(signer.Key.ToString());
        Assert.Equal(signer.Key, key);
        Assert.Equal((Name, kind, signer.Key.Id), (key.Name, key.Kind, key.Id));
        Assert.Equal(signer.Key.GetHashCode(), key.GetHashCode());
    }

    [Fact]
    public void The_id_of_a_log_is_of_its_key_alone()
    {
        using var ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var spki = ec.ExportSubjectPublicKeyInfo();
        var id = Convert.ToHexStringLower(SHA256.HashData(spki)[..4]);
        var key = NoteKey.Parse($"{Name}+{id}+{Convert.ToBase64String([2, .. spki])}");
        Assert.Equal(id, key.Id.ToString("x8", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void The_id_of_a_witness_is_of_name_type_and_key()
    {
        using var ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        byte[] typed = [0xff, .. "twinhub.cosignature.ecdsa-p256-sha256.v1"u8, .. ec.ExportSubjectPublicKeyInfo()];
        var id = Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes(Name), (byte)'\n', .. typed])[..4]);
        Assert.Equal(NoteKeyKind.Witness, NoteKey.Parse($"{Name}+{id}+{Convert.ToBase64String(typed)}").Kind);
    }

    [Fact]
    public void One_key_for_both_kinds_of_signature_has_two_ids()
    {
        using var signer = NoteSigner.Create(Name, NoteKeyKind.Log);
        using var witness = NoteSigner.Import(Name, NoteKeyKind.Witness, signer.ExportPkcs8());
        Assert.NotEqual(signer.Key.Id, witness.Key.Id);
        Assert.NotEqual(signer.Key, witness.Key);
    }

    [Fact]
    public void A_private_key_that_was_kept_signs_as_before()
    {
        using var before = NoteSigner.Create(Name, NoteKeyKind.Log);
        using var after = NoteSigner.Import(Name, NoteKeyKind.Log, before.ExportPkcs8());
        Assert.Equal(before.Key, after.Key);
        Assert.True(new SignedNote("text\n", after.Sign("text\n")).Verify(before.Key).IsTrusted);
    }

    [Fact]
    public void A_signer_is_used_by_many_at_once()
    {
        using var signer = NoteSigner.Create(Name, NoteKeyKind.Log);
        Parallel.For(0, 200, i => Assert.True(new SignedNote($"{i}\n", signer.Sign($"{i}\n")).Verify(signer.Key).IsTrusted));
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("a+b")]
    [InlineData("a\u3000b")]
    [InlineData("a\nb")]
    public void A_name_with_spaces_plus_signs_or_nothing_is_refused(string name) =>
        Assert.Throws<FormatException>(() => NoteSigner.Create(name, NoteKeyKind.Log));

    [Fact]
    public void A_key_text_of_another_form_type_or_id_is_refused()
    {
        using var signer = NoteSigner.Create(Name, NoteKeyKind.Log);
        var text = signer.Key.ToString();
        var (id, coded) = (text.Split('+')[1], text.Split('+', 3)[2]);
        var spki = Convert.FromBase64String(coded)[1..];
        string[] wrong =
        [
            "", Name, $"{Name}+{id}", $"+{id}+{coded}", $"{Name}+{id.ToUpperInvariant()}g+{coded}", $"{Name}+00000000+{coded}", $"{Name}+{id}+", $"{Name}+{id}+{coded}\n",
            $"{Name}+{id}+{Convert.ToBase64String([1, .. spki])}", $"{Name}+{id}+{Convert.ToBase64String([255, .. spki])}", $"{Name}+{id}+{Convert.ToBase64String([2, .. spki, 0])}",
            $"{Name}+{id}+{Convert.ToBase64String([2])}",
        ];
        Assert.All(wrong, w => Assert.Throws<FormatException>(() => NoteKey.Parse(w)));
    }

    [Fact]
    public void Another_algorithm_or_curve_is_refused()
    {
        using var wide = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var rsa = RSA.Create(2048);
        Assert.Throws<FormatException>(() => NoteSigner.Import(Name, NoteKeyKind.Log, wide.ExportPkcs8PrivateKey()));
        Assert.Throws<FormatException>(() => NoteSigner.Import(Name, NoteKeyKind.Log, rsa.ExportPkcs8PrivateKey()));
        Assert.All([wide.ExportSubjectPublicKeyInfo(), rsa.ExportSubjectPublicKeyInfo()], spki =>
        {
            var id = Convert.ToHexStringLower(SHA256.HashData(spki)[..4]);
            Assert.Throws<FormatException>(() => NoteKey.Parse($"{Name}+{id}+{Convert.ToBase64String([2, .. spki])}"));
        });
    }

    [Fact]
    public void Bytes_that_follow_a_public_key_are_refused()
    {
        using var ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        byte[] spki = [.. ec.ExportSubjectPublicKeyInfo(), 0];
        var id = Convert.ToHexStringLower(SHA256.HashData(spki)[..4]);
        Assert.Throws<FormatException>(() => NoteKey.Parse($"{Name}+{id}+{Convert.ToBase64String([2, .. spki])}"));
    }

    [Fact]
    public void A_curve_spelt_out_instead_of_named_is_refused()
    {
        using var named = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var spelt = ECDsa.Create(named.ExportExplicitParameters(true));
        Assert.Throws<FormatException>(() => NoteSigner.Import(Name, NoteKeyKind.Log, spelt.ExportPkcs8PrivateKey()));
    }

    [Fact]
    public void Bytes_that_are_not_exactly_one_private_key_are_refused()
    {
        using var signer = NoteSigner.Create(Name, NoteKeyKind.Log);
        var pkcs8 = signer.ExportPkcs8();
        Assert.Throws<FormatException>(() => NoteSigner.Import(Name, NoteKeyKind.Log, []));
        Assert.Throws<FormatException>(() => NoteSigner.Import(Name, NoteKeyKind.Log, pkcs8.AsSpan(1)));
        Assert.Throws<FormatException>(() => NoteSigner.Import(Name, NoteKeyKind.Log, [.. pkcs8, 0]));
    }
}
