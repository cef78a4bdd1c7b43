using System.Text.Json.Nodes;

namespace RenderSignal.AspNetCore;

/// <summary>The passphrase of a request. Not trimmed: white space is as good as anything.</summary>
internal static class Passphrase
{
    public const int MinLength = 8;
    public const int MaxLength = 1000;

    private const string Field = "passphrase";

    /// <param name="body">The request's.</param>
    /// <param name="isNew">Whether it is being chosen, and must not be too short.</param>
    /// <returns>Null: none.</returns>
    /// <exception cref="SettingsRejectedException">It is no text, too long, or too short for a new one.</exception>
    public static string? Read(JsonObject body, bool isNew) => body[Field] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text switch
        {
            "" => null,
            { Length: > MaxLength } => throw new SettingsRejectedException(Field, $"passphrase is longer than {MaxLength} characters: take a shorter one."),
            { Length: < MinLength } when isNew => throw new SettingsRejectedException(
                Field, $"passphrase is shorter than {MinLength} characters: take a longer one, or none to leave the webhook addresses out."),
            _ => text,
        },
        _ => throw new SettingsRejectedException(Field, "passphrase is no text: write one, or leave it out."),
    };
}
