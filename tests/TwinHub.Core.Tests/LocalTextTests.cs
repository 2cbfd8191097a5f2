using CsCheck;

namespace TwinHub.Core.Tests;

public class LocalTextTests
{
    private static readonly LocalText Both = LocalText.Of("zh", ("zh", "一"), ("en", "one"));
    private static readonly Gen<(string Language, string Text)[]> Writes = Gen.Select(Gen.OneOfConst("zh", "en", "fr"), Gen.OneOfConst("", "a", "b", "c")).Array[0, 12];

    [Fact]
    public void Writing_the_binding_version_makes_the_others_stale_until_they_are_written_anew()
    {
        var moved = Both.With("zh", "二");
        Assert.Equal((2, false, true, "one"), (moved.Revision, moved.IsStale("zh"), moved.IsStale("en"), moved.In("en")));
        var mended = moved.With("en", "two");
        Assert.Equal((2, false), (mended.Revision, mended.IsStale("en")));
    }

    [Fact]
    public void A_translation_found_right_again_is_no_longer_stale() => Assert.False(Both.With("zh", "壹").With("en", "one").IsStale("en"));

    [Fact]
    public void Writing_a_translation_leaves_the_binding_text_and_its_revision()
    {
        var text = Both.With("fr", "un");
        Assert.Equal((1, "一", "un"), (text.Revision, text.In("zh"), text.In("fr")));
        Assert.Same(Both, Both.With("zh", "一"));
        Assert.Same(Both, Both.With("en", "one"));
    }

    [Fact]
    public void Where_a_version_lacks_the_binding_one_stands()
    {
        Assert.Equal(("一", false, false), (Both.In("fr"), Both.Has("fr"), Both.IsStale("fr")));
        Assert.Equal("", LocalText.Empty.In("zh"));
        Assert.Equal("one", LocalText.Of("zh", ("en", "one")).In("zh"));
    }

    [Fact]
    public void An_empty_version_is_none()
    {
        Assert.False(LocalText.Of("zh", ("zh", "一"), ("en", "")).Has("en"));
        Assert.False(Both.With("en", "").Has("en"));
        Assert.Same(Both, Both.With("fr", ""));
        Assert.True(Both.With("en", "").With("zh", "").IsEmpty);
        Assert.True(Both.With("zh", "").IsStale("en"));
    }

    [Fact]
    public void The_first_language_written_binds()
    {
        var text = LocalText.Empty.With("en", "one").With("zh", "一");
        Assert.Equal(("en", 1, "one"), (text.Binding, text.Revision, text.ToString()));
    }

    [Fact]
    public void Texts_are_equal_by_what_they_say()
    {
        Assert.Equal(Both, LocalText.Of("zh", ("en", "one"), ("zh", "一")));
        Assert.Equal(Both.GetHashCode(), LocalText.Of("zh", ("en", "one"), ("zh", "一")).GetHashCode());
        Assert.NotEqual(Both, Both.With("zh", "二"));
        Assert.NotEqual(Both, LocalText.Of("en", ("en", "one"), ("zh", "一")));
        Assert.NotEqual(Both, Both.With("en", "won"));
        Assert.False(Both.Equals(null));
    }

    [Fact]
    public void A_version_is_stale_exactly_when_the_binding_text_was_written_after_it() => Writes.Sample(writes =>
    {
        var (text, at, binding) = (Both, new Dictionary<string, int> { ["zh"] = 0, ["en"] = 0 }, 0);
        for (var i = 1; i <= writes.Length; i++)
        {
            var (language, words) = writes[i - 1];
            var same = language == "zh" && words == (text.Wordings.GetValueOrDefault("zh")?.Text ?? "");
            if (!same) at[language] = i;
            if (!same && language == "zh") binding = i;
            text = text.With(language, words);
        }

        return text.Wordings.Keys.All(l => text.IsStale(l) == (l != "zh" && at[l] < binding)) && new LocalText(text.Binding, text.Revision, text.Wordings).Equals(text);
    });
}
