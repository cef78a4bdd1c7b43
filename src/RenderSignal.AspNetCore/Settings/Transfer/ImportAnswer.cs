using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>What an import changes, or has changed.</summary>
/// <param name="Success">Whether what was asked for was done.</param>
/// <param name="Message">The same in words.</param>
/// <param name="Applied">Whether all of it is stored.</param>
/// <param name="Stored">The documents that were stored; some, when a later one failed.</param>
/// <param name="Changes">The fields that differ from what is, or was, in force.</param>
/// <param name="Problems">Why it cannot be stored; empty: it can.</param>
/// <param name="Remarks">What of the file is not obeyed.</param>
/// <param name="Versions">The versions that the documents have now.</param>
internal sealed record ImportAnswer(
    bool Success,
    [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("applied")] bool Applied,
    [property: JsonPropertyName("stored")] IReadOnlyList<string> Stored,
    [property: JsonPropertyName("changes")] IReadOnlyList<ImportChange> Changes,
    [property: JsonPropertyName("problems")] IReadOnlyList<ImportProblem> Problems,
    [property: JsonPropertyName("remarks")] IReadOnlyList<string> Remarks,
    [property: JsonPropertyName("versions")] IReadOnlyDictionary<string, string> Versions) : Answer(Success);
