using System.Text.RegularExpressions;
using TwinHub.Language;

namespace TwinHub.Architecture.Tests;

/// <summary>The interface's sentences are complete, in both languages, and say the same values.</summary>
public sealed partial class WordTests
{
    private static readonly string[] Languages = ["zh", "en"];

    private static IEnumerable<(string File, string Language, Dictionary<string, string> Texts)> Files =>
        from file in SourceTree.Under("src/TwinHub/", ".zh.txt", ".en.txt")
        let texts = ReadTexts(file)
        select (file[..^".zh.txt".Length], file.Split('.')[^2], texts);

    [Fact]
    public void Every_code_has_its_sentence_in_both_languages() => SourceTree.None(
        from pair in Files.GroupBy(f => f.File)
        let codes = pair.SelectMany(f => f.Texts.Keys).Distinct()
        from language in Languages
        from code in codes.Except(pair.SingleOrDefault(f => f.Language == language).Texts?.Keys ?? Enumerable.Empty<string>())
        where language == "en" || !code.EndsWith(".one", StringComparison.Ordinal) // Chinese has no singular
        select $"{pair.Key}.{language}.txt lacks {code}");

    [Fact]
    public void No_sentence_is_empty() =>
        SourceTree.None(from file in Files from text in file.Texts where string.IsNullOrWhiteSpace(text.Value) select $"{file.File}.{file.Language}.txt {text.Key}");

    [Fact]
    public void Both_languages_take_the_same_values() => SourceTree.None(
        from pair in Files.GroupBy(f => f.File)
        where pair.Count() == 2
        let one = pair.First().Texts
        let other = pair.Last().Texts
        from code in one.Keys.Intersect(other.Keys)
        where !code.StartsWith("form.", StringComparison.Ordinal) // a day has its month as a number here, as a name there
        where !Places(one[code]).SetEquals(Places(other[code]))
        select $"{pair.Key}: {code}");

    [Fact]
    public void Every_sentence_can_be_filled() => SourceTree.None(
        from file in Files
        from text in file.Texts
        where !CanFill(text.Value)
        select $"{file.File}.{file.Language}.txt {text.Key}");

    [Fact]
    public void Every_code_that_is_said_has_a_sentence()
    {
        var known = Words.In("en");
        SourceTree.None(
            from file in SourceTree.Under("src/", ".cs", ".razor")
            from said in Said(SourceTree.Read(file))
            where !known.Has(said)
            select $"{file} {said}");
    }

    [Fact]
    public void A_code_that_is_put_together_begins_as_one_that_has_a_sentence() => SourceTree.None(
        from file in SourceTree.Under("src/", ".cs", ".razor")
        from begun in Begun().Matches(SourceTree.Read(file)).Select(m => m.Groups[1].Value + m.Groups[2].Value).Distinct()
        where !Words.In("en").Codes.Any(c => c.StartsWith(begun, StringComparison.Ordinal))
        select $"{file} {begun}");

    [Fact]
    public void Chinese_is_set_with_chinese_punctuation() => SourceTree.None(
        from file in Files
        where file.Language == "zh"
        from text in file.Texts
        where Narrow().IsMatch(text.Value)
        select $"{file.File}.zh.txt {text.Key} = {text.Value}");

    /// <summary>Words that stand for a term which has another, or count to two parties.</summary>
    private static readonly (string Other, string Term)[] Instead =
    [
        ("采纳", "通过"), ("增列", "增补"), ("收回", "撤回"), ("盖印", "盖章"), ("缺报", "未报"), ("印发机关", "发文机关"), ("本轮", "本次调度"), ("拖期", "逾期"), ("终结", "办结"),
        ("双方", "各方"), ("另一方", "其他方"), ("对方", "其他方"), ("您", "单位的名称"),
    ];

    [Fact]
    public void A_term_is_one_word_everywhere() => SourceTree.None(
        from file in Files
        where file.Language == "zh"
        from text in file.Texts
        from other in Instead
        where text.Value.Contains(other.Other, StringComparison.Ordinal)
        select $"{file.File}.zh.txt {text.Key} = {text.Value}: {other.Term}");

    private static IEnumerable<string> Said(string source) =>
        Code().Matches(source).Select(m => m.Groups[1].Value).Concat(Refused().Matches(source).Select(m => $"refusal.{m.Groups[1].Value}")).Distinct();

    private static Dictionary<string, string> ReadTexts(string file)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        using var reader = new StringReader(SourceTree.Read(file));
        Words.Read(reader, file, texts);
        return texts;
    }

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(m => m.Groups[1].Value)];

    private static bool CanFill(string text)
    {
        try
        {
            return string.Format(System.Globalization.CultureInfo.InvariantCulture, text, [.. Enumerable.Repeat<object>("", 20)]) is not null;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    [GeneratedRegex("""(?:\b[Pp]age\[|\b[Ww]ords\[|\bSay\()"([^"{]+)"(?! *\+)""")]
    private static partial Regex Code();

    [GeneratedRegex("""(?:\b[Pp]age\[|\b[Ww]ords\[|\bSay\()(?:\$"([^"{]+)\{|"([^"{]+)" *\+)""")]
    private static partial Regex Begun();

    [GeneratedRegex("""Refusal\.Of\("([^"{]+)"(?! *\+)""")]
    private static partial Regex Refused();

    [GeneratedRegex(@"\{(\d+)")]
    private static partial Regex Place();

    [GeneratedRegex(@"[\u4e00-\u9fff] ?[,;:?!]|[,;:?!(] ?[\u4e00-\u9fff]|[\u4e00-\u9fff][().]")]
    private static partial Regex Narrow();
}
