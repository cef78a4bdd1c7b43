using Xunit.Sdk;
using Xunit.v3;

// Each test runs three servers and measures how fast one takes over from another.
[assembly: Parallelization(Mode = ParallelMode.None)]
