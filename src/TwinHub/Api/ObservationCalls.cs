using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core.Indicators;
using TwinHub.Data;
using TwinHub.Web.Calls;

namespace TwinHub.Api;

/// <summary>One observed value (观测值). Where sources differ, both stand.</summary>
/// <param name="Id">Key of the row.</param>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="Area">Code of the area.</param>
/// <param name="Period">Year, half-year, quarter or month.</param>
/// <param name="Value">In the indicator's unit.</param>
/// <param name="Quality">How good it is: official, estimated …</param>
/// <param name="Source">Code of the source.</param>
/// <param name="Sample">Made up for the demonstration.</param>
public sealed record ObservationJson(Guid Id, string Indicator, string Area, string Period, decimal Value, string Quality, string? Source, bool Sample)
{
    internal static ObservationJson Of(Observation o) => new(o.Id, o.Indicator, o.Area, o.Period, o.Value, o.Quality, o.Source, o.Sample);
}

/// <summary>Observations are every party's to read.</summary>
internal sealed class ObservationCalls(TwinHubDb db)
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.Get("/observations", Operation.List<ObservationJson>("observations.list", Parameter.Text("indicator", "population"), Parameter.Text("area", "A-N"), Parameter.Text("period", "2020"), Parameter.Text("quality", "official")),
            (Call call, ObservationCalls slice, CancellationToken cancel) => slice.ListAsync(call, cancel));

    private async Task<IResult> ListAsync(Call call, CancellationToken cancel)
    {
        var observations = db.Observations.AsNoTracking();
        if (call.Text("indicator") is { } indicator) observations = observations.Where(o => o.Indicator == indicator);
        if (call.Text("area") is { } area) observations = observations.Where(o => o.Area == area);
        if (call.Text("period") is { } period) observations = observations.Where(o => o.Period == period);
        if (call.Text("quality") is { } quality) observations = observations.Where(o => o.Quality == quality);
        if (call.After is { } after && Guid.TryParse(after, CultureInfo.InvariantCulture, out var last)) observations = observations.Where(o => o.Id.CompareTo(last) > 0);
        var found = (await observations.OrderBy(o => o.Id).Take(call.Limit + 1).ToListAsync(cancel)).ConvertAll(ObservationJson.Of);
        return call.Page(found, found.ElementAtOrDefault(call.Limit - 1)?.Id.ToString());
    }
}
