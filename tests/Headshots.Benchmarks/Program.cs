using BenchmarkDotNet.Running;

BenchmarkSwitcher.FromAssembly(typeof(Headshots.Benchmarks.Imaging.ResamplingBenchmarks).Assembly).Run(args);
