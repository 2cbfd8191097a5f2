using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TwinHub.Core.Lists;
using TwinHub.Data.Journal;
using TwinHub.Identity;
using TwinHub.Merkle;

namespace TwinHub.Data.Configurations;

/// <summary>The journal itself, accounts and secrets, saved views: not journaled.</summary>
internal sealed class OutsideConfiguration :
    IEntityTypeConfiguration<JournalEntry>, IEntityTypeConfiguration<JournalTouch>, IEntityTypeConfiguration<JournalValue>, IEntityTypeConfiguration<JournalHead>,
    IEntityTypeConfiguration<Account>, IEntityTypeConfiguration<ListView>
{
    public void Configure(EntityTypeBuilder<JournalEntry> entry)
    {
        entry.IsOutsideJournal();
        entry.HasKey(e => e.Index);
        entry.Property(e => e.Index).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<JournalTouch> touch)
    {
        touch.IsOutsideJournal();
        touch.HasKey(t => new { t.Code, t.Index });
    }

    public void Configure(EntityTypeBuilder<JournalValue> value)
    {
        value.IsOutsideJournal();
        value.HasKey(v => v.Digest);
    }

    public void Configure(EntityTypeBuilder<JournalHead> head)
    {
        head.IsOutsideJournal();
        head.Property(h => h.Id).ValueGeneratedNever();
        head.HasData(new JournalHead { Id = 1, Size = 0, Frontier = new Frontier().ToBytes() });
    }

    public void Configure(EntityTypeBuilder<ListView> view)
    {
        view.IsOutsideJournal();
        view.HasIndex(v => new { v.Party, v.Owner });
    }

    public void Configure(EntityTypeBuilder<Account> account) => account.IsOutsideJournal();
}
