namespace TwinHub.Publish.Documents;

/// <summary>The cell formats of every workbook, by index into <c>cellXfs</c>.</summary>
internal static class XlsxStyles
{
    public const int Title = 1;
    public const int Line = 2;
    public const int SampleNote = 3;
    public const int Head = 4;
    private const int FirstForm = 5;

    /// <summary>Each form twice: on one line, wrapped.</summary>
    public static int Of(XlsxForm form, bool wrap) => FirstForm + 2 * (int)form + (wrap ? 1 : 0);

    public static string Of(string language)
    {
        var face = language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? "宋体" : "Calibri";
        // 49 text, 3 and 4 built in, 164 on ours; in the order of XlsxForm
        var forms = string.Concat(new[] { (49, "left"), (3, "right"), (4, "right"), (165, "right"), (166, "right"), (164, "center") }.Select(f => Form(f.Item1, f.Item2, "") + Form(f.Item1, f.Item2, " wrapText=\"1\"")));
        return $"""
            <?xml version="1.0" encoding="utf-8" standalone="yes"?>
            <styleSheet xmlns="{XlsxWriter.Namespace}">
            <numFmts count="3"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/><numFmt numFmtId="165" formatCode="0.0&quot;%&quot;"/><numFmt numFmtId="166" formatCode="+0.0;\-0.0;0.0"/></numFmts>
            <fonts count="3"><font><sz val="11"/><name val="{face}"/></font><font><b/><sz val="14"/><name val="{face}"/></font><font><b/><sz val="11"/><name val="{face}"/></font></fonts>
            <fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF1EEE6"/></patternFill></fill></fills>
            <borders count="3"><border><left/><right/><top/><bottom/><diagonal/></border>{Border("thin", "FFB8B2A4")}{Border("dashed", "FF5F6871")}</borders>
            <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
            <cellXfs count="17"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
            <xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>
            <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
            <xf numFmtId="49" fontId="0" fillId="0" borderId="2" xfId="0" applyNumberFormat="1" applyBorder="1"/>
            <xf numFmtId="49" fontId="2" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>
            {forms}</cellXfs>
            <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
            </styleSheet>
            """.ReplaceLineEndings("\n");
    }

    private static string Form(int format, string side, string wrap) =>
        $"""<xf numFmtId="{format}" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment horizontal="{side}" vertical="top"{wrap}/></xf>""" + "\n";

    private static string Border(string style, string colour)
    {
        string Side(string name) => $"""<{name} style="{style}"><color rgb="{colour}"/></{name}>""";
        return $"<border>{Side("left")}{Side("right")}{Side("top")}{Side("bottom")}<diagonal/></border>";
    }
}
