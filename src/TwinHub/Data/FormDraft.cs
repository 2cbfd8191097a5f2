using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TwinHub.Data.Journal;

namespace TwinHub.Data;

/// <summary>What an account typed into a form and has not sent: one row an account and form, outside the journal. Sending is the act.</summary>
public sealed class FormDraft
{
    public required Guid Account { get; init; }
    /// <summary>Path of the form after the language.</summary>
    public required string Form { get; init; }
    /// <summary>Fields as typed, wrong ones too: a JSON object.</summary>
    public required string Fields { get; set; }
    public required DateTimeOffset SavedAt { get; set; }
}

internal sealed class FormDraftConfiguration : IEntityTypeConfiguration<FormDraft>
{
    public void Configure(EntityTypeBuilder<FormDraft> draft)
    {
        draft.IsOutsideJournal();
        draft.HasKey(d => new { d.Account, d.Form });
    }
}
