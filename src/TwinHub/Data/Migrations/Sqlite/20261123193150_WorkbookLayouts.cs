using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TwinHub.Data.Migrations.Sqlite
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
                    Party = table.Column<string>(type: "TEXT", nullable: false),
                    Form = table.Column<string>(type: "TEXT", nullable: false),
                    Columns = table.Column<string>(type: "TEXT", nullable: false),
                    KeptAt = table.Column<DateTime>(type: "TEXT", nullable: false)
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
