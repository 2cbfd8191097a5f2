using Microsoft.EntityFrameworkCore;
using TwinHub.Core.Indicators;
using TwinHub.Data;
using TwinHub.Web;
using TwinHub.Web.Calls;

namespace TwinHub.Api;

/// <summary>What is measured, by area and period (指标).</summary>
/// <param name="Aspect">scale, integration or quality.</param>
/// <param name="Direction">Which way is better: up, down or none.</param>
/// <param name="BaselinePeriod">Period of the baseline.</param>
/// <param name="Baseline">In the indicator's unit.</param>
/// <param name="TargetPeriod">Period of the target.</param>
/// <param name="Target">In the indicator's unit.</param>
/// <param name="Source">Code of the source.</param>
/// <param name="Sample">Made up for the demonstration.</param>
public sealed record IndicatorJson(string Code, TextJson Name, TextJson? Unit, string Aspect, string Direction, string? BaselinePeriod, decimal? Baseline, string? TargetPeriod, decimal? Target, string? Source, bool Sample) : ICoded
{
    internal static IndicatorJson Of(Indicator i) => new(i.Code, TextJson.Some(i.Name), TextJson.Of(i.Unit), i.Aspect, i.Direction, i.BaselinePeriod, i.Baseline, i.TargetPeriod, i.Target, i.Source, i.Sample);
}

/// <summary>Indicators are every party's to read.</summary>
internal sealed class IndicatorCalls(TwinHubDb db)
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.Get("/indicators", Operation.List<IndicatorJson>("indicators.list", Parameter.Word("aspect", "scale", "integration", "quality")), (Call call, IndicatorCalls slice, CancellationToken cancel) => slice.ListAsync(call, cancel));
        app.Get("/indicators/{code}", Operation.One<IndicatorJson>("indicators.get", Parameter.Path("code", "population")), (Call call, IndicatorCalls slice, CancellationToken cancel) => slice.GetAsync(call, cancel));
    }

    private Task<IResult> ListAsync(Call call, CancellationToken cancel)
    {
        IQueryable<Indicator> indicators = db.Indicators;
        if (call.Text("aspect") is { } aspect) indicators = indicators.Where(i => i.Aspect == aspect);
        return call.PageAsync(indicators, i => i.Code, IndicatorJson.Of, cancel);
    }

    private async Task<IResult> GetAsync(Call call, CancellationToken cancel)
    {
        var code = call.Path("code");
        var indicator = await db.Indicators.AsNoTracking().SingleOrDefaultAsync(i => i.Code == code, cancel) ?? throw new NotFoundException("indicator", code);
        return call.One(IndicatorJson.Of(indicator));
    }
}
