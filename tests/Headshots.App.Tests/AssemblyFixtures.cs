using Headshots.App.Tests;

[assembly: AssemblyFixture(typeof(Team))]
