using System.Globalization;
using System.Text;

namespace TwinHub.Data.Search;

/// <summary>Letters and figures of one text that stand together, all of them Chinese characters or none.</summary>
/// <param name="At">Where it begins in the text, in UTF-16 units.</param>
/// <param name="Length">How long it is there.</param>
/// <param name="Text">Folded: full-width as half-width, small letters, no accents.</param>
/// <param name="IsHan">Written without spaces between words.</param>
public readonly record struct Run(int At, int Length, string Text, bool IsHan)
{
    private const int FirstHan = 0x3040, LastHan = 0x9FFF, FirstCompatible = 0xF900, LastCompatible = 0xFAFF, FirstRare = 0x20000;
    private const int FirstWide = 0xFF01, LastWide = 0xFF5E, Wider = 0xFEE0, FirstAccented = 0xC0, Accents = 0xC0;
    /// <summary>The letters from À to ſ without their accents.</summary>
    private const string Bare = "aaaaaaæceeeeiiiiðnooooo×ouuuuyþßaaaaaaæceeeeiiiiðnooooo÷ouuuuyþyaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiĳĳjjkkĸllllllŀŀllnnnnnnŉŋŋooooooœœrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    /// <summary>The runs of a text in their order.</summary>
    public static IEnumerable<Run> Of(string text)
    {
        var (folded, begins, isHan, at) = (new StringBuilder(), 0, false, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            var (letter, han) = (Rune.IsLetterOrDigit(rune), IsHanRune(rune));
            if (folded.Length > 0 && (!letter || han != isHan) && !IsMark(rune))
            {
                yield return new(begins, at - begins, folded.ToString(), isHan);
                folded.Clear();
            }

            if (letter)
            {
                if (folded.Length == 0) (begins, isHan) = (at, han);
                Fold(rune, folded);
            }

            at += rune.Utf16SequenceLength;
        }

        if (folded.Length > 0) yield return new(begins, at - begins, folded.ToString(), isHan);
    }

    /// <summary>Its words in the index: of Chinese characters each pair, and the last one alone, so that every character begins a word.</summary>
    public IEnumerable<string> Words()
    {
        if (!IsHan) return [Text];
        var characters = Text.EnumerateRunes().Select(r => r.ToString()).ToList();
        return characters.Zip(characters.Skip(1), string.Concat).Append(characters[^1]);
    }

    private static bool IsHanRune(Rune rune) =>
        rune.Value is (>= FirstHan and <= LastHan) or (>= FirstCompatible and <= LastCompatible) or >= FirstRare && Rune.IsLetter(rune);

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark;

    /// <summary>By tables of its own: a program without the tables of cultures normalizes nothing.</summary>
    private static void Fold(Rune rune, StringBuilder into)
    {
        var small = Rune.ToLowerInvariant(rune.Value is >= FirstWide and <= LastWide ? new Rune(rune.Value - Wider) : rune);
        if (small.Value is >= FirstAccented and < FirstAccented + Accents) into.Append(Bare[small.Value - FirstAccented]);
        else into.Append(small.ToString());
    }
}
