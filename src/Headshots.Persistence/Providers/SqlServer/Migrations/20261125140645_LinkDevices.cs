using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Headshots.Persistence.Providers.SqlServer.Migrations
{
    /// <inheritdoc />
    internal sealed partial class LinkDevices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "CodeAskedAt",
                table: "Invitations",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "CodeNumber",
                table: "Invitations",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "CodeTries",
                table: "Invitations",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "CodesInVain",
                table: "Invitations",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Devices",
                table: "Invitations",
                type: "varchar(325)",
                unicode: false,
                maxLength: 325,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "NextCodeAt",
                table: "Invitations",
                type: "datetimeoffset",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));
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
