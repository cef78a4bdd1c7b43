namespace RenderSignal.Abstractions.Tests;

/// <summary>Where the stores under test keep their content.</summary>
public enum StoreKind
{
    Memory,
    Files,
}
