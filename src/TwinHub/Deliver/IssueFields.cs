using TwinHub.Core;
using TwinHub.Core.Lists;
using TwinHub.Data;
using TwinHub.Web;

namespace TwinHub.Deliver;

/// <summary>What the head and foot of an issued document say (印发).</summary>
public sealed record IssueFields(string Number, DateOnly Date, IReadOnlyList<string> Issuers, LocalText Title)
{
    public LocalText Main { get; init; } = LocalText.Empty;
    public LocalText Copies { get; init; } = LocalText.Empty;

    /// <summary>Null where a field is wrong: number, day, organs and title are needed.</summary>
    public static IssueFields? Read(FormFields fields, int year)
    {
        var (number, date, title) = (fields.Required("Number"), fields.RequiredDay("Date", year), fields.RequiredLocal("Title"));
        var issuers = fields.Units("Issuers", o => o.Party is not null);
        if (issuers.Count == 0 && fields.Problems.At("Issuers") is null) fields.Problems.Add(Refusal.Of("field.required"), "Issuers");
        return number is null || date is null || title is null || issuers.Count == 0 ? null
            : new(number, date.Value, issuers, title) { Main = fields.Local("Main"), Copies = fields.Local("Copies") };
    }

    public IssuedDocument Of(string code, string kind, (string? List, int? Revision) what, (string? Scan, string? Text) digests) => new()
    {
        Id = Keys.New(),
        Code = code,
        Kind = kind,
        List = what.List,
        Revision = what.Revision,
        Number = Number,
        Date = Date,
        Issuers = string.Join(';', Issuers),
        Main = Main,
        Copies = Copies,
        Title = Title,
        ScanSha256 = digests.Scan,
        TextSha256 = digests.Text,
    };
}
