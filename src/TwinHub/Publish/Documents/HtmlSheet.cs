using System.Globalization;
using System.Text;

namespace TwinHub.Publish.Documents;

/// <summary>The stylesheet that an .html paper carries in itself: for the screen, light and dark, and for A4 paper.</summary>
internal static class HtmlSheet
{
    private const string Common = """
        :root{color-scheme:light dark;--ink:#1a222b;--ink2:#5f6871;--sheet:#fff;--tint:#f1eee6;--rule:#8a8475}
        @media (prefers-color-scheme:dark){:root{--ink:#ece9e2;--ink2:#a5abb0;--sheet:#1b2025;--tint:#232930;--rule:#7c848c}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--sheet);color:var(--ink);font:1rem/1.55 "Times New Roman",Times,"Liberation Serif",serif;overflow-wrap:anywhere}
        main{padding:2rem 1.25rem 3rem}.pages{max-width:44rem;margin:0 auto}
        h1,h2,h3,h4,h5,p,ol,ul{margin:0;padding:0}
        h1{font-size:1.6em;line-height:1.4;text-align:center;margin:.5rem 0}
        h2{font-size:1.2em;margin:1.4rem 0 .4rem}h3{font-size:1.05em;margin:1rem 0 .3rem}h4{font-size:1em;font-style:italic;margin:.8rem 0 .2rem}h5{font-size:1em;font-weight:400;font-style:italic;margin:.6rem 0 .2rem}
        h2,h3,h4,h5{break-after:avoid}
        p{margin:0 0 .5rem}.mid{text-align:center}.hand{font-weight:700}.stage{font-style:italic}
        .frame{border:1px dashed var(--rule);padding:.3rem .8rem;margin:.8rem 2rem 1.2rem;text-align:center;font-size:.875em}
        .smp{display:inline-block;border:1px dashed var(--rule);padding:0 .3em;margin-left:.25em;font-size:max(.625em,8pt);font-weight:400;line-height:1.4;text-indent:0;white-space:nowrap;color:var(--ink2)}
        ol,ul{padding-left:1.6em;margin:0 0 .5rem}
        .wide{overflow-x:auto;margin:.6rem 0;padding:0 1px}
        table{width:100%;border-collapse:collapse;table-layout:fixed;font-size:.875rem;line-height:1.4}
        caption{text-align:left;font-weight:700;padding:.3rem 0}
        th,td{border:1px solid var(--rule);padding:.2rem .35rem;text-align:left;vertical-align:top;font-weight:400}
        thead th{font-weight:700;vertical-align:middle}.group th{font-weight:700;background:var(--tint)}
        .c{text-align:center}.e{text-align:right;font-variant-numeric:tabular-nums}
        thead{display:table-header-group}tr{break-inside:avoid}
        .note,.foot{font-size:.8125rem;color:var(--ink2)}.foot{margin-top:2rem}
        .sign{margin:1.5rem 0 0 auto;width:fit-content;text-align:center;break-inside:avoid;break-before:avoid}.sign p{margin:0}
        .turn{break-before:page;border-top:1px solid var(--rule);margin-top:2rem;padding-top:1rem}
        .land{max-width:75rem}
        @page{size:A4 portrait;margin:37mm 26mm 35mm 28mm}
        @page land{size:A4 landscape;margin:28mm 37mm 26mm 35mm}
        @media print{
        :root{color-scheme:light;--ink:#000;--ink2:#000;--sheet:#fff;--tint:#eee;--rule:#000}
        main{padding:0}.pages{max-width:none}.land{page:land}.wide{overflow:visible}.turn{border:0;margin:0;padding:0}body{font-size:11.5pt}table{font-size:9.5pt}.land table{font-size:8.5pt}
        }

        """;

    private const string Chinese = """
        body{font-family:"Times New Roman","仿宋_GB2312","仿宋",FangSong,STFangsong,"Noto Serif CJK SC","Source Han Serif SC",serif;line-height:1.81;line-break:strict;text-autospace:no-autospace}
        h1{font-family:"方正小标宋简体","华文中宋",STZhongsong,"Noto Serif CJK SC","Source Han Serif SC",serif;font-weight:400;font-size:1.4em}
        h2,.hand,thead th,.group th,caption{font-family:"黑体",SimHei,STHeiti,"Noto Sans CJK SC",sans-serif;font-weight:400}
        h3,.mid,.frame{font-family:"Times New Roman","楷体_GB2312","楷体",KaiTi,STKaiti,"Noto Serif CJK SC",serif;font-weight:400;font-style:normal}
        h2,h3,h4,h5{font-size:1em;font-style:normal;margin:0;text-indent:2em}.plain{text-indent:0}
        h4{font-weight:700}h5{font-weight:400}
        p{margin:0;text-align:justify;text-indent:2em}.flush,.note,.foot,.hand,.mid,.frame,.sign p{text-indent:0}.mid,.sign p{text-align:center}
        ol,ul{margin:0;padding:0;list-style:none;counter-reset:n}li{text-indent:2em}ol li{counter-increment:n}ol li::before{content:counter(n) "."}ul li::before{content:"——"}
        caption{text-align:center}thead th,thead .e{text-align:center}td,tbody th{vertical-align:middle}
        .sign{margin-right:4em}
        @page{@bottom-right{content:"— " counter(page) " —";font:14pt SimSun,"Noto Serif CJK SC",serif}}
        @page :left{@bottom-right{content:none}@bottom-left{content:"— " counter(page) " —";font:14pt SimSun,"Noto Serif CJK SC",serif}}
        @media print{body{font-size:15.75pt;line-height:28.95pt}table,.land table{font-size:10.5pt;line-height:1.4}.note,.foot{font-size:10.5pt;line-height:1.5}}

        """;

    private const string Western = """
        .sign{text-align:right}
        @page{@bottom-center{content:"– " counter(page) " –";font:10pt "Times New Roman",serif}}

        """;

    private const string CompactChinese = """
        @media print{body{font-size:12pt;line-height:19pt}h1{font-size:16.5pt}table{font-size:9pt}.frame{margin:.3rem 2rem .5rem}.note,.foot{font-size:9pt}}

        """;

    private const string CompactWestern = """
        @media print{body{font-size:10pt;line-height:1.35}h1{font-size:15pt}h2{margin:.6rem 0 .2rem}table{font-size:8pt}.frame{margin:.3rem 2rem .5rem}.foot{margin-top:.6rem}}

        """;

    /// <summary>The whole sheet; the n-th table (from 0) has the class <c>t0</c>, <c>t1</c> … and its columns their shares of the width.</summary>
    public static string Of(PaperDocument paper)
    {
        var sheet = new StringBuilder("\n").Append(Common).Append(paper.IsChinese ? Chinese : Western);
        if (paper.IsCompact) sheet.Append(paper.IsChinese ? CompactChinese : CompactWestern);
        var number = 0;
        foreach (var table in paper.Blocks.OfType<PaperTable>()) Columns(sheet, table.Columns, number++);
        return sheet.ToString().ReplaceLineEndings("\n");
    }

    private static void Columns(StringBuilder sheet, IReadOnlyList<PaperColumn> columns, int table)
    {
        var all = columns.Sum(c => c.Share);
        for (var i = 0; i < columns.Count; i++)
        {
            sheet.Append(CultureInfo.InvariantCulture, $".t{table} .w{i}{{width:{100 * columns[i].Share / all:0.##}%}}\n");
        }
    }
}
