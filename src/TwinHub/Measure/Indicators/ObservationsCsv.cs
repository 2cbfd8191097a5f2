using System.Globalization;
using TwinHub.Core.Indicators;
using TwinHub.Web;

namespace TwinHub.Measure.Indicators;

/// <summary>Every observation of an indicator as a file, each with its quality and source.</summary>
internal static class ObservationsCsv
{
    public static CsvFile Of(Indicator indicator, IReadOnlyList<Observation> observations, Page page)
    {
        var file = new CsvFile($"{page.Region.Code}-{indicator.Code}.csv");
        file.Add(page.In(indicator.Name), indicator.Code);
        file.Add(page["csv.as-of"], page.Today.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        file.Add(page["measure.unit"], page.In(indicator.Unit));
        file.Add(page["measure.baseline"], indicator.BaselinePeriod, indicator.Baseline);
        file.Add(page["measure.target"], indicator.TargetPeriod, indicator.Target);
        file.Add(page["origin"], indicator.Source, indicator.Sample ? page["sample"] : null);
        file.Add();
        file.Add(page["measure.area-code"], page["measure.area"], page["measure.party"], page["measure.period"], page["measure.value"], page["measure.quality"], page["origin"], page["sample"]);
        foreach (var o in observations)
        {
            var area = page.Reference.Areas.GetValueOrDefault(o.Area);
            file.Add(o.Area, area is null ? o.Area : page.In(area.Name), area?.Party is { } party ? page.Party(party) : null, o.Period, o.Value, page.Named("Quality", o.Quality), o.Source, o.Sample ? page["sample"] : null);
        }

        return file;
    }
}
