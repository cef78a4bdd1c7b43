using System.Text.Json.Nodes;

namespace RenderSignal.AspNetCore;

/// <summary>An import as it was asked for; see <see cref="ImportBody"/>.</summary>
internal sealed record ImportRequest(JsonObject File, string? Passphrase, bool Apply, IReadOnlyDictionary<string, string>? Versions)
{
    private const string SentVersions = "those of the answer that told what would change, or leave them out";

    /// <exception cref="SettingsRejectedException">Something of it is missing or cannot be understood.</exception>
    public static ImportRequest Read(JsonObject body) => new(
        body["file"] as JsonObject ?? throw new SettingsRejectedException("file", "file is missing or no JSON object: send the file that was exported.")
        {
            Expected = TransferExpectations.ExportedFile,
        },
        RenderSignal.AspNetCore.Passphrase.Read(body, isNew: false),
        ReadApply(body["apply"]),
        ReadVersions(body["versions"]));

    // In no other words: it decides whether anything is stored.
    private static bool ReadApply(JsonNode? apply) => apply switch
    {
        null => false,
        JsonValue value when value.TryGetValue<bool>(out var on) => on,
        _ => throw new SettingsRejectedException("apply", $"apply is {PrintableText.For(apply.ToJsonString(ApiJson.Options))}: write true or false, without quotes."),
    };

    private static Dictionary<string, string>? ReadVersions(JsonNode? versions) => versions switch
    {
        null => null,
        JsonObject all when all.Select(version => version.Key).FirstOrDefault(name => !DocumentName.All.ContainsKey(name)) is { } unknown =>
            throw new SettingsRejectedException("versions", $"versions names {PrintableText.For(unknown)}, which is no settings document: send {SentVersions}."),
        JsonObject all when all.All(version => version.Value is JsonValue text && text.TryGetValue<string>(out _)) =>
            all.ToDictionary(version => version.Key, version => (string)version.Value!),
        _ => throw new SettingsRejectedException("versions", $"versions is no object of texts: send {SentVersions}."),
    };
}
