using Headshots.TestProvider;

// A provider to try the program against in a browser: dotnet run --project tests/Headshots.TestProvider -- http://localhost:5099
Guid contoso = new("11111111-2222-4333-8444-555555555555");
Guid fabrikam = new("66666666-7777-4888-9999-aaaaaaaaaaaa");
await using EntraLikeProvider provider = await EntraLikeProvider.StartAsync(
    args.FirstOrDefault() ?? "http://localhost:5099",
    [
        new(contoso, new Guid("c0000000-0000-4000-8000-000000000001"), "Ada Lovelace", "ada@contoso.example") { Roles = ["Owner"], IsAdministrator = true },
        new(contoso, new Guid("c0000000-0000-4000-8000-000000000002"), "Grace Hopper", "grace@contoso.example") { Roles = ["HrAdmin", "Reviewer"] },
        new(contoso, new Guid("c0000000-0000-4000-8000-000000000003"), "Nobody Special", "nobody@contoso.example"),
        new(fabrikam, new Guid("f0000000-0000-4000-8000-000000000001"), "Fay Brikam", "fay@fabrikam.example") { IsAdministrator = true },
        new(fabrikam, new Guid("f0000000-0000-4000-8000-000000000002"), "Finn Brikam", "finn@fabrikam.example"),
    ]);
Console.WriteLine($"SignIn:Kind=Entra SignIn:Authority={provider.Authority} SignIn:ClientId={provider.ClientId} SignIn:ClientSecret=\"{provider.ClientSecret}\"");
await Task.Delay(Timeout.Infinite);
