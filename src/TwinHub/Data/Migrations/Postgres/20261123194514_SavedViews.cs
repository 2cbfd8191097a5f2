using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TwinHub.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SavedViews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ListViews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Owner = table.Column<string>(type: "text", nullable: false),
                    Account = table.Column<Guid>(type: "uuid", nullable: false),
                    Party = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Organization = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Query = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    SavedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListViews", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ListViews_Party_Owner",
                table: "ListViews",
                columns: new[] { "Party", "Owner" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ListViews");
        }
    }
}
