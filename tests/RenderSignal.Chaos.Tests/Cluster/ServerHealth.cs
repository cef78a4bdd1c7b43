using System.Net;
using System.Text.Json.Nodes;

namespace RenderSignal.Chaos.Tests;

/// <summary>How a server says that it fares.</summary>
/// <param name="Status">200, or 503 when a part fails.</param>
/// <param name="Parts">The parts by name.</param>
internal sealed record ServerHealth(HttpStatusCode Status, JsonObject Parts)
{
    public bool IsReady => Status == HttpStatusCode.OK;

    public string StatusOf(string part) => (string?)Parts[part]?["status"] ?? "not named";

    public string ErrorOf(string part) => (string?)Parts[part]?["last_error"] ?? "";

    public string NoteOf(string part) => (string?)Parts[part]?["note"] ?? "";

    /// <summary>The names of those that fail.</summary>
    public IReadOnlyList<string> Failing => [.. Parts.Select(part => part.Key).Where(part => StatusOf(part) == "failing")];
}
