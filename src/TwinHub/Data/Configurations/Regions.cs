using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TwinHub.Core.Indicators;
using TwinHub.Core.Meetings;
using TwinHub.Core.Parties;
using TwinHub.Core.Projects;
using TwinHub.Core.Regions;
using TwinHub.Data.Journal;

namespace TwinHub.Data.Configurations;

/// <summary>Reference records are keyed by the codes that people know.</summary>
internal sealed class RegionsConfiguration :
    IEntityTypeConfiguration<Region>, IEntityTypeConfiguration<Party>, IEntityTypeConfiguration<Organization>, IEntityTypeConfiguration<Area>,
    IEntityTypeConfiguration<Zone>, IEntityTypeConfiguration<Classification>, IEntityTypeConfiguration<CalendarDay>
{
    public void Configure(EntityTypeBuilder<Region> region) => region.HasKey(r => r.Code);

    public void Configure(EntityTypeBuilder<Party> party) => party.HasKey(p => p.Code);

    public void Configure(EntityTypeBuilder<Organization> organization) => organization.HasKey(o => o.Code);

    public void Configure(EntityTypeBuilder<Area> area)
    {
        area.HasKey(a => a.Code);
        area.HasIndex(a => a.Parent);
    }

    public void Configure(EntityTypeBuilder<Zone> zone)
    {
        zone.HasKey(z => z.Code);
        zone.OwnsMany(z => z.Members, member => { member.WithOwner().HasForeignKey("Zone"); member.HasKey("Zone", nameof(ZoneMember.Area)); });
    }

    public void Configure(EntityTypeBuilder<Classification> classification) => classification.HasKey(c => new { c.Scheme, c.Code });

    public void Configure(EntityTypeBuilder<CalendarDay> day)
    {
        day.HasKey(d => new { d.Party, d.Day });
    }
}

internal sealed class MeetingsConfiguration :
    IEntityTypeConfiguration<Body>, IEntityTypeConfiguration<Meeting>, IEntityTypeConfiguration<Paper>, IEntityTypeConfiguration<Ask>,
    IEntityTypeConfiguration<Decision>, IEntityTypeConfiguration<SourceText>
{
    public void Configure(EntityTypeBuilder<Body> body)
    {
        body.HasKey(b => b.Code);
        body.OwnsMany(b => b.Members, member => { member.WithOwner().HasForeignKey("Body"); member.HasKey("Body", nameof(BodyMember.Order)); });
        body.OwnsMany(b => b.Powers, power => { power.WithOwner().HasForeignKey("Body"); power.HasKey("Body", nameof(BodyPower.Kind)); });
    }

    public void Configure(EntityTypeBuilder<Meeting> meeting)
    {
        meeting.HasKey(m => m.Code);
        meeting.OwnsMany(m => m.Participants, p => { p.WithOwner().HasForeignKey("Meeting"); p.HasKey("Meeting", nameof(Participant.Order)); });
        meeting.OwnsMany(m => m.Agenda, a => { a.WithOwner().HasForeignKey("Meeting"); a.HasKey("Meeting", nameof(AgendaItem.Order)); a.Ignore(i => i.CanAdopt); });
        meeting.OwnsMany(m => m.Visits, v => { v.WithOwner().HasForeignKey("Meeting"); v.HasKey("Meeting", nameof(Visit.Order)); });
    }

    public void Configure(EntityTypeBuilder<Paper> paper)
    {
        paper.HasKey(p => p.Code);
        paper.HasIndex(p => p.Meeting);
        paper.OwnsMany(p => p.Passages, passage => { passage.WithOwner().HasForeignKey("Paper"); passage.HasKey("Paper", nameof(Passage.Number)); });
    }

    public void Configure(EntityTypeBuilder<Ask> ask)
    {
        ask.HasKey(a => a.Code);
        ask.HasIndex(a => a.Paper);
    }

    public void Configure(EntityTypeBuilder<Decision> decision)
    {
        decision.HasIndex(d => d.Code).IsUnique();
        decision.HasIndex(d => new { d.Meeting, d.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<SourceText> text) => text.HasKey(t => t.Code);
}

internal sealed class MeasureConfiguration :
    IEntityTypeConfiguration<Project>, IEntityTypeConfiguration<ProjectListFigure>, IEntityTypeConfiguration<Indicator>, IEntityTypeConfiguration<Observation>,
    IEntityTypeConfiguration<Term>, IEntityTypeConfiguration<AreaOutline>, IEntityTypeConfiguration<ProjectCourse>,
    IEntityTypeConfiguration<PackWord>
{
    public void Configure(EntityTypeBuilder<Project> project)
    {
        project.HasKey(p => p.Code);
        project.OwnsMany(p => p.Years, year => { year.WithOwner().HasForeignKey("Project"); year.HasKey("Project", nameof(ProjectYear.Year), nameof(ProjectYear.Party)); });
        project.OwnsMany(p => p.Months, month =>
        {
            month.WithOwner().HasForeignKey("Project");
            month.HasKey("Project", nameof(ProjectMonth.Year), nameof(ProjectMonth.Month), nameof(ProjectMonth.Party));
        });
    }

    public void Configure(EntityTypeBuilder<ProjectListFigure> figure) => figure.IsBulk();

    public void Configure(EntityTypeBuilder<Indicator> indicator) => indicator.HasKey(i => i.Code);

    public void Configure(EntityTypeBuilder<Observation> observation)
    {
        observation.HasIndex(o => new { o.Indicator, o.Area, o.Period });
        observation.IsBulk();
    }

    public void Configure(EntityTypeBuilder<Term> term) => term.IsBulk();

    public void Configure(EntityTypeBuilder<AreaOutline> shape)
    {
        shape.HasKey(s => s.Area);
        shape.IsBulk();
    }

    public void Configure(EntityTypeBuilder<ProjectCourse> line) => line.IsBulk();

    public void Configure(EntityTypeBuilder<PackWord> word)
    {
        word.HasKey(w => new { w.Language, w.Code });
        word.IsBulk();
    }
}
