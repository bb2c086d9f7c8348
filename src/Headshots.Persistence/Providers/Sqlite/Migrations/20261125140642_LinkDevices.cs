using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Headshots.Persistence.Providers.Sqlite.Migrations
{
    /// <inheritdoc />
    internal sealed partial class LinkDevices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "CodeAskedAt",
                table: "Invitations",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "CodeNumber",
                table: "Invitations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "CodeTries",
                table: "Invitations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "CodesInVain",
                table: "Invitations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Devices",
                table: "Invitations",
                type: "TEXT",
                unicode: false,
                maxLength: 325,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "NextCodeAt",
                table: "Invitations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "CodeAskedAt",
                table: "Invitations");

            migrationBuilder.DropColumn(
                name: "CodeNumber",
                table: "Invitations");

            migrationBuilder.DropColumn(
                name: "CodeTries",
                table: "Invitations");

            migrationBuilder.DropColumn(
                name: "CodesInVain",
                table: "Invitations");

            migrationBuilder.DropColumn(
                name: "Devices",
                table: "Invitations");

            migrationBuilder.DropColumn(
                name: "NextCodeAt",
                table: "Invitations");
        }
    }
}
