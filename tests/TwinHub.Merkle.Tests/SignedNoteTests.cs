using System.Text;
using System.Text.Json;
using CsCheck;

namespace TwinHub.Merkle.Tests;

public sealed class SignedNoteTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2023, 6, 26, 4, 0, 0, TimeSpan.Zero);
    private readonly NoteSigner log = NoteSigner.Create("log.example/journal", NoteKeyKind.Log);
    private readonly NoteSigner north = NoteSigner.Create("witness.example/north", NoteKeyKind.Witness);
    private readonly NoteSigner south = NoteSigner.Create("witness.example/south", NoteKeyKind.Witness);
    private readonly Checkpoint head = new("log.example/journal", Trees.HeadOf(Trees.Leaves(9)));

    [Fact]
    public void The_published_ecdsa_note_verifies_under_the_published_key()
    {
        using var vector = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(SharedData.Folder("note"), "ecdsa-rekor.json")));
        var key = NoteKey.Parse(vector.RootElement.GetProperty("vkey").GetString()!);
        var text = vector.RootElement.GetProperty("note").GetString()!;
        var note = SignedNote.Parse(Encoding.UTF8.GetBytes(text));
        Assert.Equal(key, Assert.Single(note.Verify(key).Valid).Key);
        Assert.Equal(798034, Checkpoint.Parse(note.Text).Head.Size);
        Assert.Equal(text, note.ToString());
        Assert.Equal(vector.RootElement.GetProperty("vkey").GetString(), key.ToString());
        Assert.False(SignedNote.Parse(Encoding.UTF8.GetBytes(text.Replace("798034", "798035", StringComparison.Ordinal))).Verify(key).IsTrusted);
    }

    [Fact]
    public void A_published_cosigned_note_of_an_unknown_algorithm_is_read_and_not_trusted()
    {
        using var vector = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(SharedData.Folder("note"), "ecdsa-rekor.json")));
        var text = vector.RootElement.GetProperty("cosignedExample").GetString()!;
        var note = SignedNote.Parse(Encoding.UTF8.GetBytes(text));
        Assert.Equal(["example.com/behind-the-sofa", "witness.example.com/w1"], note.Signatures.Select(s => s.KeyName));
        Assert.Equal(text, note.ToString());
        Assert.False(note.Verify(log.Key).IsTrusted);
    }

    [Fact]
    public void A_head_signed_by_its_log_and_cosigned_by_every_party_verifies_for_each()
    {
        var verdict = SignedNote.Parse(Cosigned().ToBytes()).Verify(log.Key, north.Key, south.Key);
        Assert.True(verdict.IsTrusted);
        Assert.Equal([new(log.Key, null), new(north.Key, Noon), new KnownSignature(south.Key, Noon.AddSeconds(1))], verdict.Valid);
    }

    [Fact]
    public void A_signature_of_an_unknown_key_is_passed_over()
    {
        Assert.Equal(north.Key, Assert.Single(Cosigned().Verify(north.Key).Valid).Key);
        Assert.False(Cosigned().Verify([]).IsTrusted);
        using var stranger = NoteSigner.Create("log.example/journal", NoteKeyKind.Log);
        Assert.Equal((false, 0, 0), Counts(Cosigned().Verify(stranger.Key)));
    }

    [Fact]
    public void A_known_key_whose_signature_is_not_of_this_text_spoils_the_note()
    {
        var other = new Checkpoint(head.Origin, Trees.HeadOf(Trees.Leaves(10)));
        var note = Cosigned().With(log.Sign(other.ToString()));
        var verdict = note.Verify(log.Key, south.Key);
        Assert.Equal((false, 2, 1), Counts(verdict));
        Assert.Equal(log.Key, Assert.Single(verdict.Failed));
    }

    [Fact]
    public void A_signature_written_twice_counts_once() =>
        Assert.Equal((true, 1, 0), Counts(Cosigned().With(Cosigned().Signatures[0]).Verify(log.Key, log.Key)));

    [Fact]
    public void A_cosignature_stands_for_its_own_time_only()
    {
        var bytes = north.Cosign(head, Noon).Bytes.ToArray();
        bytes[7] ^= 1;
        var note = new SignedNote(head.ToString(), new NoteSignature(north.Key.Name, north.Key.Id, bytes));
        Assert.Equal((false, 0, 1), Counts(note.Verify(north.Key)));
    }

    [Fact]
    public void A_signature_of_a_length_that_cannot_be_fails_quietly()
    {
        foreach (var length in (int[])[1, 7, 8, 9, 70, 500])
        {
            var (lines, bytes) = (new[] { log.Key, north.Key }, new byte[length]);
            var note = new SignedNote(head.ToString(), lines.Select(k => new NoteSignature(k.Name, k.Id, bytes)));
            Assert.Equal((false, 0, 2), Counts(note.Verify(lines)));
        }
    }

    [Fact]
    public void A_log_does_not_cosign_and_a_witness_does_not_sign()
    {
        Assert.Throws<InvalidOperationException>(() => log.Cosign(head, Noon));
        Assert.Throws<InvalidOperationException>(() => north.Sign(head.ToString()));
        Assert.Throws<ArgumentOutOfRangeException>(() => north.Cosign(head, DateTimeOffset.UnixEpoch.AddSeconds(-1)));
    }

    [Fact]
    public void Any_flipped_bit_of_a_note_is_noticed()
    {
        var bytes = new SignedNote(head.ToString(), log.Sign(head.ToString())).ToBytes();
        Assert.True(IsTrusted(bytes));
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(IsTrusted(bytes), $"Bit {bit} was turned over and nobody noticed.");
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Fact]
    public void Whatever_bytes_come_in_the_reader_answers_or_refuses() => Gen.Byte.Array[0, 200].Sample(bytes => Assert.False(IsTrusted(bytes)));

    [Theory]
    [InlineData("")]
    [InlineData("text\n")]
    [InlineData("text\n\n")]
    [InlineData("text\n— name AAAAAAA=\n")]
    [InlineData("text\n\n— name AAAAAAA=")]
    [InlineData("text\n\n- name AAAAAAA=\n")]
    [InlineData("text\n\n—name AAAAAAA=\n")]
    [InlineData("text\n\n— name\n")]
    [InlineData("text\n\n— name \n")]
    [InlineData("text\n\n—  AAAAAAA=\n")]
    [InlineData("text\n\n— na+me AAAAAAA=\n")]
    [InlineData("text\n\n— na\u00a0me AAAAAAA=\n")]
    [InlineData("text\n\n— name AAAAAA==\n")]
    [InlineData("text\n\n— name AAAAAAB=\n")]
    [InlineData("text\n\n— name AAAAAAA= \n")]
    [InlineData("text\n\n— name AAAAAAA= more\n")]
    [InlineData("text\n\n— name AAAAAAA=\nmore\n")]
    [InlineData("te\txt\n\n— name AAAAAAA=\n")]
    [InlineData("text\r\n\n— name AAAAAAA=\n")]
    public void A_malformed_note_is_refused(string note) => Assert.Throws<FormatException>(() => SignedNote.Parse(Encoding.UTF8.GetBytes(note)));

    [Fact]
    public void A_note_that_is_not_utf8_or_too_large_is_refused()
    {
        Assert.Throws<FormatException>(() => SignedNote.Parse([0xff, .. "\n\n— name AAAAAAA=\n"u8]));
        Assert.Throws<FormatException>(() => SignedNote.Parse(new byte[SignedNote.MostBytes + 1]));
        var lines = string.Concat(Enumerable.Repeat("— name AAAAAAA=\n", SignedNote.MostSignatures + 1));
        Assert.Throws<FormatException>(() => SignedNote.Parse(Encoding.UTF8.GetBytes($"text\n\n{lines}")));
    }

    [Fact]
    public void The_text_reaches_to_the_last_empty_line()
    {
        var note = SignedNote.Parse("a\n\nb\n\n— name AAAAAAA=\n"u8);
        Assert.Equal("a\n\nb\n", note.Text);
        Assert.Equal("a\n\nb\n\n— name AAAAAAA=\n", note.ToString());
    }

    [Fact]
    public void A_text_without_its_last_newline_cannot_be_signed() => Assert.Throws<FormatException>(() => new SignedNote("text"));

    public void Dispose()
    {
        log.Dispose();
        north.Dispose();
        south.Dispose();
    }

    private SignedNote Cosigned() =>
        new(head.ToString(), log.Sign(head.ToString()), north.Cosign(head, Noon), south.Cosign(head, Noon.AddSeconds(1.5)));

    private bool IsTrusted(byte[] bytes)
    {
        try
        {
            return SignedNote.Parse(bytes).Verify(log.Key).IsTrusted;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static (bool, int, int) Counts(NoteVerdict verdict) => (verdict.IsTrusted, verdict.Valid.Count, verdict.Failed.Count);
}
