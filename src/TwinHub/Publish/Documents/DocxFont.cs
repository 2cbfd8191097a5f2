using DocumentFormat.OpenXml.Wordprocessing;

namespace TwinHub.Publish.Documents;

/// <summary>
/// The typeface of a style: one for Latin letters and digits, one for Chinese. None is embedded. The official Chinese faces are named
/// first; <see cref="Table"/> tells a word processor what to take where it has not got them.
/// </summary>
internal sealed record DocxFont(string Latin, string EastAsian)
{
    private const string Times = "Times New Roman";

    public static readonly DocxFont FangSong = new(Times, "仿宋_GB2312");
    public static readonly DocxFont Kai = new(Times, "楷体_GB2312");
    public static readonly DocxFont Hei = new(Times, "黑体");
    public static readonly DocxFont TitleSong = new(Times, "方正小标宋简体");
    public static readonly DocxFont Song = new("宋体", "宋体");
    public static readonly DocxFont Serif = new(Times, "宋体");

    // name, other names by preference, PANOSE, family
    private static readonly (string Name, string Others, string Panose, FontFamilyValues Family)[] Faces =
    [
        ("仿宋_GB2312", "仿宋,FangSong,FangSong_GB2312,STFangsong,Noto Serif CJK SC", "02010609030101010101", FontFamilyValues.Modern),
        ("楷体_GB2312", "楷体,KaiTi,KaiTi_GB2312,STKaiti,Noto Serif CJK SC", "02010609030101010101", FontFamilyValues.Modern),
        ("黑体", "SimHei,STHeiti,Noto Sans CJK SC", "02010609060101010101", FontFamilyValues.Modern),
        ("方正小标宋简体", "方正小标宋_GBK,华文中宋,STZhongsong,Noto Serif CJK SC", "03000509000000000000", FontFamilyValues.Script),
        ("宋体", "SimSun,STSong,Noto Serif CJK SC", "02010600030101010101", FontFamilyValues.Auto),
    ];

    public static Fonts Table()
    {
        var table = new Fonts();
        foreach (var (name, others, panose, family) in Faces) table.Append(Face(name, others, panose, family));
        table.Append(new Font { Name = Times, AltName = new AltName { Val = "Liberation Serif,Tinos" }, FontCharSet = new FontCharSet { Val = "00" }, FontFamily = new FontFamily { Val = FontFamilyValues.Roman }, Pitch = new Pitch { Val = FontPitchValues.Variable } });
        return table;
    }

    private static Font Face(string name, string others, string panose, FontFamilyValues family) => new()
    {
        Name = name,
        AltName = new AltName { Val = others },
        Panose1Number = new Panose1Number { Val = panose },
        FontCharSet = new FontCharSet { Val = "86" }, // GB 2312
        FontFamily = new FontFamily { Val = family },
    };
}
