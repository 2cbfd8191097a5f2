using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TwinHub.Core.Parties;
using TwinHub.Tests.Record;

namespace TwinHub.Tests.Web;

/// <summary>
/// Who is answered what, at every address: <c>Expected/authority.tsv</c>. The address is one of the first party's own records where such a thing is
/// one party's. A cell is one status for all parties, or own/others.
/// </summary>
internal static class AuthorityTable
{
    public const string Anonymous = "anonymous";
    private const string Own = "north";
    private static readonly string[] Parties = [Own, "south", "east"];

    /// <summary>What stands for a value of a route where a row is missing.</summary>
    private static readonly (string After, string Value)[] Samples =
    [
        ("lists/{code}", "lists/2024H1"), ("items/{code}", "items/2024H1-001"), ("meetings/{code}", "meetings/JM1"), ("decisions/{code}", "decisions/JM1-D1"),
        ("papers/{code}", "papers/JM1-P1"), ("zones/{code}", "zones/Z1"), ("projects/{code}", "projects/RING"), ("indicators/{code}", "indicators/population"),
        ("{meeting}/{language}/{file}", "JM2/en/4-brief.docx"),
        ("bodies/{code}", "bodies/JM"), ("organizations/{code}", "organizations/N-TRA"), ("milestones/{code}", "milestones/2024H1-001-3"), ("rounds/{code}", "rounds/2024H1-R3"), ("reports/{round}/{item}", "reports/2024H1-R3/2024H1-001"), ("journal/{index}", "journal/0"),
        ("journal/consistency", "journal/consistency?first=1"),
        ("areas/{code}", "areas/A-N1"), ("changes/{code}", "changes/CR-0001"), ("expunges/{code}", "expunges/EX-0001"), ("history/{code}/expunge", "history/2024H1-001/expunge?entity=Item&key={item}&property=Scope"), ("history/{code}", "history/2024H1-001"), ("drafts/{code}", "drafts/2024H1-007"), ("issued/{code}", "issued/DOC1"), ("evidence/new", "evidence/new?subject=item/2024H1-001"),
        ("evidence/stubs", "evidence/stubs?subject=item/2024H1-001"), ("{round}", "2024H1-R3"), ("{organization}", "N-TRA"), ("{number:int}", "1"), ("{number}", "1"), ("{lang}", "en"),
    ];

    public sealed record Row(string Method, string Route, string Address, IReadOnlyDictionary<string, string> Cells)
    {
        public string Key => $"{Method} {Route}";

        public override string ToString() => string.Join('\t', [Method, Route, Address, .. Columns.Select(c => Cells[c])]);
    }

    public static string File { get; } = Path.Combine(PackFolders.Root, "tests", "TwinHub.Tests", "Expected", "authority.tsv");

    /// <summary>Nobody, then every role.</summary>
    public static IReadOnlyList<string> Columns { get; } = [Anonymous, .. Enum.GetValues<Roles>().Where(r => r != Roles.None).Select(r => r.ToString())];

    /// <summary>Every account that asks: each role of each party, a drafter and a confirmer of the department for transport.</summary>
    public static IEnumerable<(string Name, string Party, Roles Role, string Unit)> Cast =>
        from party in Parties
        from role in Enum.GetValues<Roles>()
        where role != Roles.None
        let unit = role is Roles.Drafter or Roles.Confirmer ? "TRA" : "OFF"
        select ($"{party}.{role}", party, role, $"{char.ToUpperInvariant(party[0])}-{unit}");

    public static IReadOnlyList<Row> Read() => [.. System.IO.File.ReadLines(File).Skip(1).Where(l => l.Length > 0).Select(Parse)];

    public static IEnumerable<Question> Of(IEnumerable<Endpoint> endpoints) =>
        from endpoint in endpoints.OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        select new Question(method, "/" + endpoint.RoutePattern.RawText!.Trim('/'), endpoint);

    public static string Guess(string route) => Samples.Aggregate(route, (address, sample) => address.Replace(sample.After, sample.Value, StringComparison.Ordinal));

    /// <summary>One status where all parties are answered alike, else own/others.</summary>
    public static string Cell(Func<string, int> statusOfParty)
    {
        var others = Parties.Where(p => p != Own).Select(statusOfParty).Distinct().ToList();
        var (own, other) = (statusOfParty(Own), string.Join('|', others));
        return other == $"{own}" ? other : $"{own}/{other}";
    }

    public static string Header => string.Join('\t', ["method", "route", "address", .. Columns]);

    private static Row Parse(string line)
    {
        var cells = line.Split('\t');
        Assert.True(cells.Length == Columns.Count + 3, $"authority.tsv: {cells.Length} cells, not {Columns.Count + 3}: {line}");
        return new(cells[0], cells[1], cells[2], Columns.Index().ToDictionary(c => c.Item, c => cells[c.Index + 3]));
    }
}
