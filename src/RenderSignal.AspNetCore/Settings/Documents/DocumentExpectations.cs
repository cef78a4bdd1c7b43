namespace RenderSignal.AspNetCore;

/// <summary>What is expected of a change of a document, beside what the editor of the settings asks for.</summary>
internal static class DocumentExpectations
{
    public static Phrase BothVacationDays { get; } = new("vacation_side_missing", "a day in both fields, or null in both for no vacation");
}
