using RenderSignal.Dashboard.Tests;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(Bench))]

// Chromium works beside the test, so more at once than two would wait for each other on a small machine.
[assembly: Parallelization(MaxThreads = 2)]
