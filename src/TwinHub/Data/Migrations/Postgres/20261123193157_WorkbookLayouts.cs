using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TwinHub.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class WorkbookLayouts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "WorkbookLayout",
                columns: table => new
                {
                    Party = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Form = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Columns = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    KeptAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkbookLayout", x => new { x.Party, x.Form });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "WorkbookLayout");
        }
    }
}
