using System.Text.Encodings.Web;
using System.Text.Json;

namespace RenderSignal.AspNetCore;

/// <summary>The JSON of the API. Its names stand on the answers themselves, so that an application's own JSON options change none.</summary>
internal static class ApiJson
{
    // Accents as they are: people read the answers in a terminal. They are never part of a page.
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
