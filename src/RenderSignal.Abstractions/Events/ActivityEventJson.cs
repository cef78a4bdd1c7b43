using System.Text.Json;

namespace RenderSignal;

/// <summary>Events as JSON, for those who carry them from one process to another. The mail is written as in the ledger's journal.</summary>
public static class ActivityEventJson
{
    /// <summary>The event in one line. Its id, which is one of this process, is in it.</summary>
    public static string Write(ActivityEvent occurred) => JsonSerializer.Serialize(occurred, StoreJson.Default.ActivityEvent);

    /// <summary>What <see cref="Write"/> wrote. Fields that are not known, of a later version, are ignored.</summary>
    /// <exception cref="JsonException">It is no event.</exception>
    public static ActivityEvent Read(string text) =>
        JsonSerializer.Deserialize(text, StoreJson.Default.ActivityEvent) ?? throw new JsonException("null is no event");
}
