using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using TwinHub.Core;
using TwinHub.Core.Changes;
using TwinHub.Core.Evidence;
using TwinHub.Core.Indicators;
using TwinHub.Core.Items;
using TwinHub.Core.Lists;
using TwinHub.Core.Meetings;
using TwinHub.Core.Parties;
using TwinHub.Core.Projects;
using TwinHub.Core.Regions;
using TwinHub.Core.Rounds;
using TwinHub.Data.Journal;
using TwinHub.Identity;

namespace TwinHub.Data;

/// <summary>The record. It saves journaled rows only under an act, together with the act's journal entry.</summary>
public abstract class TwinHubDb(DbContextOptions options, JournalWriter journal) : IdentityUserContext<Account, Guid>(options)
{
    private Act? act;

    public DbSet<Region> Regions => Set<Region>();
    public DbSet<Party> Parties => Set<Party>();
    public DbSet<Organization> Organizations => Set<Organization>();
    public DbSet<Area> Areas => Set<Area>();
    public DbSet<Zone> Zones => Set<Zone>();
    public DbSet<Classification> Classifications => Set<Classification>();
    public DbSet<ListKind> ListKinds => Set<ListKind>();
    public DbSet<CalendarDay> CalendarDays => Set<CalendarDay>();
    public DbSet<Body> Bodies => Set<Body>();
    public DbSet<Meeting> Meetings => Set<Meeting>();
    public DbSet<Paper> Papers => Set<Paper>();
    public DbSet<Ask> Asks => Set<Ask>();
    public DbSet<Decision> Decisions => Set<Decision>();
    public DbSet<SourceText> SourceTexts => Set<SourceText>();
    public DbSet<ItemList> Lists => Set<ItemList>();
    public DbSet<ListRevision> Revisions => Set<ListRevision>();
    public DbSet<IssuedDocument> IssuedDocuments => Set<IssuedDocument>();
    public DbSet<PartyColumn> PartyColumns => Set<PartyColumn>();
    public DbSet<PartyCell> PartyCells => Set<PartyCell>();
    public DbSet<Item> Items => Set<Item>();
    public DbSet<UnitContact> Contacts => Set<UnitContact>();
    public DbSet<Milestone> Milestones => Set<Milestone>();
    public DbSet<MilestoneLink> MilestoneLinks => Set<MilestoneLink>();
    public DbSet<Round> Rounds => Set<Round>();
    public DbSet<Report> Reports => Set<Report>();
    public DbSet<ChangeRequest> Changes => Set<ChangeRequest>();
    public DbSet<ExpungeRequest> ExpungeRequests => Set<ExpungeRequest>();
    public DbSet<Project> Projects => Set<Project>();
    public DbSet<ProjectListFigure> ProjectListFigures => Set<ProjectListFigure>();
    public DbSet<Indicator> Indicators => Set<Indicator>();
    public DbSet<Observation> Observations => Set<Observation>();
    public DbSet<EvidenceFile> Evidence => Set<EvidenceFile>();
    public DbSet<Stub> Stubs => Set<Stub>();
    public DbSet<Term> Terms => Set<Term>();
    public DbSet<ListView> ListViews => Set<ListView>();
    public DbSet<FormDraft> FormDrafts => Set<FormDraft>();
    public DbSet<AreaOutline> AreaOutlines => Set<AreaOutline>();
    public DbSet<ProjectCourse> ProjectCourses => Set<ProjectCourse>();
    public DbSet<JournalEntry> Journal => Set<JournalEntry>();
    public DbSet<JournalTouch> JournalTouches => Set<JournalTouch>();
    public DbSet<JournalValue> JournalValues => Set<JournalValue>();
    public DbSet<JournalHead> JournalHead => Set<JournalHead>();

    /// <summary>Reads of tables that change without a journal entry.</summary>
    internal int OutsideReads { get; set; }

    /// <summary>Says under which act the next save changes the record.</summary>
    public void Act(Act next) => act = next;

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Saving waits for the database: use SaveChangesAsync.");

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var pending = act;
        act = null;
        return await journal.SaveAsync(this, pending, base.SaveChangesAsync, cancellationToken);
    }

    /// <summary>Moments are UTC, to the millisecond, and sortable in both databases; texts and enumerations are scalars.</summary>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcMoment>();
        configurationBuilder.Properties<LocalText>().HaveConversion<LocalTextColumn>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(TwinHubDb).Assembly);
        foreach (var entity in builder.Model.GetEntityTypes()) Conventions.Apply(entity, Database.ProviderName!);
    }
}

public sealed class SqliteDb(DbContextOptions<SqliteDb> options, JournalWriter journal) : TwinHubDb(options, journal);

public sealed class PostgresDb(DbContextOptions<PostgresDb> options, JournalWriter journal) : TwinHubDb(options, journal);
