using BenchmarkDotNet.Attributes;
using TwinHub.Merkle;

namespace TwinHub.Bench.Merkle;

/// <summary>A tree head signed, cosigned and checked.</summary>
[MemoryDiagnoser]
public class NoteBench : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2023, 6, 26, 4, 0, 0, TimeSpan.Zero);
    private readonly NoteSigner log = NoteSigner.Create("log.example/journal", NoteKeyKind.Log);
    private readonly NoteSigner witness = NoteSigner.Create("witness.example/north", NoteKeyKind.Witness);
    private readonly Checkpoint head = new("log.example/journal", new TreeHead(1_000_000, Hash.OfEmptyTree));
    private readonly byte[] note;

    public NoteBench() => note = new SignedNote(head.ToString(), log.Sign(head.ToString()), witness.Cosign(head, Noon)).ToBytes();

    [Benchmark(Description = "head signed")]
    public NoteSignature Sign() => log.Sign(head.ToString());

    [Benchmark(Description = "head cosigned")]
    public NoteSignature Cosign() => witness.Cosign(head, Noon);

    [Benchmark(Description = "note read, two signatures checked")]
    public bool Check() => SignedNote.Parse(note).Verify(log.Key, witness.Key).IsTrusted;

    [GlobalCleanup]
    public void Dispose()
    {
        log.Dispose();
        witness.Dispose();
        GC.SuppressFinalize(this);
    }
}
