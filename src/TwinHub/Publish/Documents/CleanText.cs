using System.Text;

namespace TwinHub.Publish.Documents;

/// <summary>Text that every format can carry: no control characters but tab and line feed, no half surrogates, no noncharacters.</summary>
internal static class CleanText
{
    /// <summary><paramref name="text"/> without what XML 1.0 or HTML forbids; CR LF and CR become LF. The same object when nothing is to be changed.</summary>
    public static string Of(string? text)
    {
        if (text is null) return "";
        var bad = FirstBad(text);
        return bad < 0 ? text : Rebuilt(text, bad);
    }

    private static int FirstBad(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (IsPlain(text[i])) continue;
            if (!char.IsSurrogate(text[i])) return i;
            if (!IsGoodPair(text, i)) return i;
            i++;
        }
        return -1;
    }

    private static string Rebuilt(string text, int from)
    {
        var clean = new StringBuilder(text, 0, from, text.Length);
        for (var i = from; i < text.Length; i++)
        {
            if (IsPlain(text[i])) clean.Append(text[i]);
            else if (text[i] == '\r') clean.Append(i + 1 < text.Length && text[i + 1] == '\n' ? "" : "\n");
            else if (IsGoodPair(text, i)) clean.Append(text, i++, 2);
        }
        return clean.ToString();
    }

    private static bool IsPlain(char c) => c switch
    {
        < ' ' => c is '\t' or '\n',
        < '\u007f' => true,
        < '\u00a0' => false,
        < '\ud800' => true,
        < '\ue000' => false,
        >= '\ufdd0' and <= '\ufdef' => false,
        _ => c < '\ufffe',
    };

    // the last two code points of each plane are noncharacters
    private static bool IsGoodPair(string text, int i) =>
        i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]) && (char.ConvertToUtf32(text[i], text[i + 1]) & 0xfffe) != 0xfffe;
}
