namespace Headshots.Architecture.Tests.Walls;

/// <summary>The house's walls. A project of src/ without a row here fails the tests: decide what it may know first.</summary>
internal static class WallTable
{
    public static IReadOnlyList<Wall> Rows { get; } =
    [
        new(
            "Headshots.Core",
            [],
            ["FluentValidation", "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Logging.Abstractions"]),
        new(
            "Headshots.Persistence",
            ["Headshots.Core"],
            [
                "Microsoft.EntityFrameworkCore.Sqlite", "Microsoft.EntityFrameworkCore.SqlServer",
                "Microsoft.EntityFrameworkCore", "Microsoft.EntityFrameworkCore.Abstractions", "Microsoft.EntityFrameworkCore.Relational",
                "Microsoft.Data.Sqlite", "Microsoft.Data.SqlClient", "Microsoft.Extensions.DependencyInjection.Abstractions",
            ]),
        new(
            "Headshots.Storage",
            ["Headshots.Core"],
            ["Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Logging.Abstractions"]),
        new("Headshots.Imaging", [], []) { CallsNativeCode = true },
        new("Headshots.Vision", ["Headshots.Imaging"], []),
        new("Headshots.Studio", ["Headshots.Imaging", "Headshots.Vision"], []),
        new("Headshots.Sitter", ["Headshots.Imaging", "Headshots.Vision"], []),
        new("Headshots.Workers", ["Headshots.Core"], ["MailKit", "MassTransit", "MassTransit.Abstractions", "Microsoft.AspNetCore.App", "MimeKit"]) { UsesNetwork = true },
        new(
            "Headshots.Web",
            ["Headshots.Core"],
            [
                "CsvHelper", "Microsoft.AspNetCore.App", "Microsoft.AspNetCore.Authentication.OpenIdConnect", "Microsoft.AspNetCore.OpenApi", "Microsoft.IdentityModel.JsonWebTokens",
                "Microsoft.IdentityModel.Protocols", "Microsoft.IdentityModel.Protocols.OpenIdConnect", "Microsoft.IdentityModel.Tokens", "Microsoft.OpenApi", "QRCoder",
                "System.IdentityModel.Tokens.Jwt",
            ])
        {
            UsesNetwork = true,
        },
        new(
            "Headshots.Azure",
            ["Headshots.Web"],
            [
                "Microsoft.AspNetCore.App", "Microsoft.AspNetCore.Authentication.OpenIdConnect", "Microsoft.Identity.Abstractions", "Microsoft.Identity.Web",
                "Microsoft.Identity.Web.TokenAcquisition",
            ]),
        new(
            "Headshots.App",
            [
                "Headshots.Core", "Headshots.Imaging", "Headshots.Vision", "Headshots.Studio", "Headshots.Sitter",
                "Headshots.Persistence", "Headshots.Storage", "Headshots.Web", "Headshots.Workers", "Headshots.Azure",
            ],
            ["Microsoft.AspNetCore.App", "Microsoft.AspNetCore.OpenApi", "Microsoft.OpenApi", "Spectre.Console", "System.CommandLine"])
        {
            UsesNetwork = true,
            OpenClasses = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Program"] = "the framework's generator makes the entry point public, so that tests can start the program",
            },
        },
    ];
}
