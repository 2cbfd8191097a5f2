using TwinHub.Language;

namespace TwinHub.Tests.Language;

public sealed class AddedWordsTests
{
    private static readonly Words German = Words.Added("de", new Dictionary<string, string> { ["overview.title"] = "Übersicht", ["form.point"] = ",", ["form.group"] = ".", ["form.percent"] = "{0} %" });

    [Fact]
    public void A_missing_sentence_stands_in_English_and_is_counted()
    {
        Assert.Equal(("Übersicht", Words.In("en")["nav.lists"]), (German["overview.title"], German["nav.lists"]));
        Assert.Equal((Words.In("en").Coverage.Of, 4), German.Coverage);
        Assert.DoesNotContain("overview.title", German.Lacking);
        Assert.Contains("nav.lists", German.Lacking);
    }

    [Fact]
    public void Numbers_are_written_as_the_language_writes_them()
    {
        Assert.Equal("12.345,6", German.Forms.Number(12_345.6m));
        Assert.Equal("−7,3", German.Forms.Signed(-7.3m));
        Assert.Equal("57,3 %", German.Forms.Percent(57.3m));
        Assert.Equal("12,345.6", Words.In("en").Forms.Number(12_345.6m));
    }

    [Fact]
    public void A_singular_is_taken_from_the_language_in_which_the_sentence_stands()
    {
        var words = Words.Added("de", new Dictionary<string, string> { ["terms.h1"] = "{0} Begriffe" });
        Assert.Equal(("1 Begriffe", Words.In("en").Say("help.language", 1, 2, 50)), (words.Say("terms.h1", 1), words.Say("help.language", 1, 2, 50)));
        Assert.Equal(Words.In("en").Say("terms.h1", 1), Words.Added("de", new Dictionary<string, string>()).Say("terms.h1", 1));
    }

    [Fact]
    public void Words_of_a_built_language_are_laid_over_it() =>
        Assert.Equal(("中心区", "清单"), (Words.Added("zh", new Dictionary<string, string> { ["ZoneKind.central_area"] = "中心区" })["ZoneKind.central_area"], Words.Added("zh", new Dictionary<string, string>())["nav.lists"]));
}
