using TwinHub.Core.Changes;
using TwinHub.Data.Files;

namespace TwinHub.Web;

/// <summary>A key as a form brings it: the text that the official saw, and on what the key rests. The party is never taken from a form.</summary>
/// <param name="TextSha256">Digest of the text.</param>
/// <param name="Basis">In person, or on a recorded approval.</param>
/// <param name="Scan">Scan of the recorded approval.</param>
public sealed record KeyFields(string TextSha256, KeyBasis Basis, Upload? Scan)
{
    /// <summary>Null where a field is missing or wrong: the problems say which.</summary>
    public static KeyFields? Read(FormFields fields, int year)
    {
        if (fields.Required("TextSha256") is not { } text) return null;
        if (fields.Text("InPerson") == "true") return new(text, new KeyBasis(InPerson: true), null);
        var basis = new KeyBasis(false, fields.Required("Capacity"), fields.RequiredDay("ApprovedOn", year), fields.Required("ApprovalNumber"));
        return new(text, basis, fields.Upload("Scan", "Class"));
    }
}
