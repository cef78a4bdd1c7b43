using RenderSignal.Dashboard.Tests;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(Bench))]

// Every test has a site and pages of its own, so all may run beside each other; but Chromium needs a core, too.
[assembly: Parallelization(Mode = ParallelMode.All, MaxThreads = 2)]
