using System.Text.Encodings.Web;
using System.Text.Json;

namespace TwinHub.Verbs;

/// <summary>What <c>--json</c> prints: one document, every language in its own letters.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Print(object? reported) => Console.WriteLine(JsonSerializer.Serialize(reported, Form));
}
