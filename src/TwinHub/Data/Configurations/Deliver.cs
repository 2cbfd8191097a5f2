using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TwinHub.Core.Changes;
using TwinHub.Core.Evidence;
using TwinHub.Core.Items;
using TwinHub.Core.Lists;
using TwinHub.Core.Rounds;
using TwinHub.Data.Journal;

namespace TwinHub.Data.Configurations;

internal sealed class ListsConfiguration :
    IEntityTypeConfiguration<ItemList>, IEntityTypeConfiguration<ListRevision>, IEntityTypeConfiguration<IssuedDocument>,
    IEntityTypeConfiguration<PartyColumn>, IEntityTypeConfiguration<PartyCell>, IEntityTypeConfiguration<ListKind>
{
    public void Configure(EntityTypeBuilder<ListKind> kind)
    {
        kind.HasKey(k => k.Code);
        kind.OwnsMany(k => k.Columns, column => { column.ToTable("ListKindColumns"); column.WithOwner().HasForeignKey("Kind"); column.HasKey("Kind", nameof(TypedColumn.Code)); });
    }

    public void Configure(EntityTypeBuilder<ItemList> list)
    {
        list.HasIndex(l => l.Code).IsUnique();
        list.Ignore(l => l.IsOpen).Ignore(l => l.Adopted);
        list.OwnsMany(l => l.Parties, p => { p.WithOwner().HasForeignKey("List"); p.HasKey("List", nameof(ListParty.Party)); });
        list.OwnsMany(l => l.Columns, column => { column.ToTable("ListColumns"); column.WithOwner().HasForeignKey("List"); column.HasKey("List", nameof(TypedColumn.Code)); });
        list.HasMany(l => l.Items).WithOne().HasForeignKey(i => i.ListId).OnDelete(DeleteBehavior.Restrict);
        list.HasMany(l => l.Revisions).WithOne().HasForeignKey("ListId").IsRequired().OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ListRevision> revision)
    {
        revision.HasIndex("ListId", nameof(ListRevision.Number)).IsUnique();
        revision.OwnsMany(r => r.Rows, row =>
        {
            row.WithOwner().HasForeignKey("Revision");
            row.HasKey(r => r.Id);
            row.HasIndex("Revision", nameof(RevisionRow.Item)).IsUnique();
            row.Property(r => r.Values).IsFreeText();
        });
    }

    public void Configure(EntityTypeBuilder<IssuedDocument> document)
    {
        document.HasIndex(d => d.Code).IsUnique();
        document.Property(d => d.ScanSha256).IsFreeText();
    }

    public void Configure(EntityTypeBuilder<PartyColumn> column) => column.HasIndex(c => new { c.ListId, c.Party, c.Order }).IsUnique();

    public void Configure(EntityTypeBuilder<PartyCell> cell)
    {
        cell.HasIndex(c => new { c.ColumnId, c.ItemId }).IsUnique();
        cell.Property(c => c.Value).IsFreeText();
    }
}

internal sealed class ItemsConfiguration :
    IEntityTypeConfiguration<Item>, IEntityTypeConfiguration<ItemUnit>, IEntityTypeConfiguration<Deliverable>, IEntityTypeConfiguration<ItemRef>,
    IEntityTypeConfiguration<UnitContact>, IEntityTypeConfiguration<Milestone>, IEntityTypeConfiguration<MilestoneLink>
{
    public void Configure(EntityTypeBuilder<Item> item)
    {
        item.HasIndex(i => i.Code).IsUnique();
        item.HasIndex(i => new { i.ListId, i.Theme });
        item.Ignore(i => i.IsDraft).Ignore(i => i.IsOpen);
        item.Property(i => i.Values).IsFreeText();
        item.HasMany(i => i.Units).WithOne().HasForeignKey("ItemId").IsRequired().OnDelete(DeleteBehavior.Cascade);
        item.HasMany(i => i.Deliverables).WithOne().HasForeignKey("ItemId").IsRequired().OnDelete(DeleteBehavior.Cascade);
        item.HasMany(i => i.Refs).WithOne().HasForeignKey("ItemId").IsRequired().OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ItemUnit> unit) => unit.HasIndex(u => u.Organization);

    public void Configure(EntityTypeBuilder<Deliverable> deliverable) { }

    public void Configure(EntityTypeBuilder<ItemRef> reference) => reference.HasIndex(r => new { r.Kind, r.Ref });

    public void Configure(EntityTypeBuilder<UnitContact> contact)
    {
        contact.HasIndex(c => new { c.ItemId, c.Organization }).IsUnique();
        contact.Property(c => c.Phone).IsFreeText();
    }

    public void Configure(EntityTypeBuilder<Milestone> milestone)
    {
        milestone.HasIndex(m => m.Code).IsUnique();
        milestone.HasIndex(m => m.Number).IsUnique();
        milestone.HasIndex(m => m.ItemId);
    }

    public void Configure(EntityTypeBuilder<MilestoneLink> link)
    {
        link.HasIndex(l => new { l.BeforeId, l.AfterId }).IsUnique();
        link.HasIndex(l => l.AfterId);
    }
}

internal sealed class RoundsConfiguration : IEntityTypeConfiguration<Round>, IEntityTypeConfiguration<Report>
{
    public void Configure(EntityTypeBuilder<Round> round) => round.HasIndex(r => r.Code).IsUnique();

    public void Configure(EntityTypeBuilder<Report> report)
    {
        report.HasIndex(r => new { r.RoundId, r.ItemId, r.Organization, r.Number }).IsUnique();
        report.HasIndex(r => new { r.ItemId, r.Party });
        report.Ignore(r => r.IsReleased);
        report.OwnsMany(r => r.Dates, date => { date.WithOwner().HasForeignKey("Report"); date.HasKey(d => d.Id); });
    }
}

internal sealed class ChangesConfiguration : IEntityTypeConfiguration<ChangeRequest>
{
    public void Configure(EntityTypeBuilder<ChangeRequest> change)
    {
        change.HasIndex(c => c.Code).IsUnique();
        change.HasIndex(c => new { c.ListId, c.State });
        change.Ignore(c => c.TakesKeys).Ignore(c => c.EveryKeyTurned);
        change.OwnsMany(c => c.Parties, p => { p.WithOwner().HasForeignKey("Change"); p.HasKey("Change", nameof(ChangeParty.Party)); });
        change.OwnsMany(c => c.Rows, row =>
        {
            row.WithOwner().HasForeignKey("Change");
            row.HasKey(r => r.Id);
            row.HasIndex(r => r.Item);
            row.Ignore(r => r.MakesRevision);
            row.Property(r => r.Old).IsFreeText();
            row.Property(r => r.New).IsFreeText();
        });
        change.OwnsMany(c => c.Keys, key =>
        {
            key.WithOwner().HasForeignKey("Change");
            key.HasKey(k => k.Id);
            Basis(key);
            key.HasIndex("Change", nameof(KeyTurn.Party)).IsUnique().HasFilter("\"TakenBackAt\" IS NULL"); // one standing key a party
        });
    }

    /// <summary>What people typed of an approval, and the scan of it, can be expunged.</summary>
    internal static void Basis<T>(OwnedNavigationBuilder<T, KeyTurn> key) where T : class
    {
        key.Property(k => k.Capacity).IsFreeText();
        key.Property(k => k.ApprovalNumber).IsFreeText();
        key.Property(k => k.ScanSha256).IsFreeText();
    }
}

internal sealed class ExpungesConfiguration : IEntityTypeConfiguration<ExpungeRequest>
{
    public void Configure(EntityTypeBuilder<ExpungeRequest> request)
    {
        request.HasIndex(r => r.Code).IsUnique();
        request.Ignore(r => r.Target);
        request.Property(r => r.Authority).IsFreeText();
        request.OwnsMany(r => r.Parties, p => { p.WithOwner().HasForeignKey("Request"); p.HasKey("Request", nameof(ChangeParty.Party)); p.ToTable("ExpungeParty"); });
        request.OwnsMany(r => r.Keys, key =>
        {
            key.WithOwner().HasForeignKey("Request");
            key.HasKey(k => k.Id);
            key.HasIndex("Request", nameof(KeyTurn.Party)).IsUnique();
            key.ToTable("ExpungeKey");
            ChangesConfiguration.Basis(key);
        });
    }
}

internal sealed class EvidenceConfiguration : IEntityTypeConfiguration<EvidenceFile>, IEntityTypeConfiguration<Stub>
{
    public void Configure(EntityTypeBuilder<EvidenceFile> file)
    {
        file.HasIndex(f => f.Subject);
        file.HasIndex(f => f.Sha256);
        file.Property(f => f.Name).IsFreeText();
        file.Property(f => f.Sha256).IsFreeText(); // it gives away a file that is guessed
    }

    public void Configure(EntityTypeBuilder<Stub> stub)
    {
        stub.HasIndex(s => s.Subject);
        stub.Property(s => s.Number).IsFreeText();
        stub.Property(s => s.Holder).IsFreeText();
        stub.Property(s => s.Place).IsFreeText();
    }
}
