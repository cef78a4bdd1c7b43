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
            { Length: > MaxLength } => throw Refused($"longer than {MaxLength} characters", isNew),
            { Length: < MinLength } when isNew => throw Refused($"shorter than {MinLength} characters", isNew),
            _ => text,
        },
        _ => throw Refused("no text", isNew),
    };

    private static SettingsRejectedException Refused(string what, bool isNew)
    {
        var expected = isNew ? TransferExpectations.NewPassphrase(MinLength, MaxLength) : TransferExpectations.PassphraseOfFile;
        return new(Field, $"{Field} is {what}: write {expected}.") { Expected = expected };
    }
}
