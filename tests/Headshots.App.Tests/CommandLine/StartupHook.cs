#pragma warning disable MA0047, CA1050 // The runtime looks for this name outside any namespace.
/// <summary>
/// Runs inside a program that was started with <c>DOTNET_STARTUP_HOOKS</c> naming this assembly, and writes down at its end what
/// it had loaded.
/// </summary>
internal static class StartupHook
{
    public const string FileVariable = "HEADSHOTS_TEST_LOADED";

    public static void Initialize() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        File.WriteAllLines(Environment.GetEnvironmentVariable(FileVariable)!, AppDomain.CurrentDomain.GetAssemblies().Select(a => a.GetName().Name!));
}
