using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Headshots.Persistence.Providers.Sqlite.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Polish : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Before",
                table: "Headshots",
                type: "TEXT",
                maxLength: -1,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_TenantId_CampaignId_Stage_PersonId",
                table: "Invitations",
                columns: new[] { "TenantId", "CampaignId", "Stage", "PersonId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Invitations_TenantId_CampaignId_Stage_PersonId",
                table: "Invitations");

            migrationBuilder.DropColumn(
                name: "Before",
                table: "Headshots");
        }
    }
}
