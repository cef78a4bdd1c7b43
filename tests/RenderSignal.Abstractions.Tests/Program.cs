using RenderSignal.Abstractions.Tests;
using Xunit.MicrosoftTestingPlatform;

// The tests start this program again as a process that they may kill.
return args is [StoreCrasher.Command, var folder, var seed]
    ? await StoreCrasher.RunAsync(folder, seed)
    : await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
