using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Headshots.App;

/// <summary>The vector instructions that this machine has and the runtime uses.</summary>
internal static class CpuFeatures
{
    public static IReadOnlyList<string> All { get; } =
    [
        .. new (string Name, bool Present)[]
        {
            ("SSE4.2", Sse42.IsSupported), ("AVX", Avx.IsSupported), ("AVX2", Avx2.IsSupported), ("FMA", Fma.IsSupported),
            ("AVX-512", Avx512F.IsSupported), ("NEON", AdvSimd.IsSupported), ("NEON dot product", Dp.IsSupported),
        }
        .Where(f => f.Present)
        .Select(f => f.Name),
    ];

    public static string Summary() => All.Count == 0 ? "no vector instructions" : string.Join(' ', All);
}
