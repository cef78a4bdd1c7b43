using Microsoft.AspNetCore.Http;

namespace RenderSignal.AspNetCore;

/// <summary>The documents by the names that they are stored under.</summary>
internal static class DocumentName
{
    public static IReadOnlyDictionary<string, SettingsDocument> All { get; } =
        Enum.GetValues<SettingsDocument>().ToDictionary(document => document.StoredName());

    /// <exception cref="RequestRejectedException">404: there is none of that name.</exception>
    public static SettingsDocument Find(string name) => All.TryGetValue(name, out var document)
        ? document
        : throw new RequestRejectedException(
            StatusCodes.Status404NotFound, $"There is no settings document '{PrintableText.For(name)}', only {string.Join(", ", All.Keys)}.");
}
