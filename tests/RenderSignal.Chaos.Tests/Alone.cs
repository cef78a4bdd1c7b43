namespace RenderSignal.Chaos.Tests;

/// <summary>Tests that have the machine to themselves.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
