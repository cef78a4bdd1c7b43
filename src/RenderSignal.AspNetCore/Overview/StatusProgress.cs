using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>How far a running cycle is: mails decided, of mails found.</summary>
internal sealed record StatusProgress([property: JsonPropertyName("done")] int Done, [property: JsonPropertyName("total")] int Total);
