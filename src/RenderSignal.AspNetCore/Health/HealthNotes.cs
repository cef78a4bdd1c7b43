namespace RenderSignal.AspNetCore;

/// <summary>What is told of parts that told nothing of themselves.</summary>
internal static class HealthNotes
{
    public static Phrase NotUsedYet { get; } = new("not_used_yet", "not used yet");
}
