using System.Text.Json;
using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>What the local trigger file held.</summary>
/// <param name="CommandPending">Whether there was one.</param>
/// <param name="Payload">Its JSON; null when there was none.</param>
internal sealed record TriggerAnswer(
    [property: JsonPropertyName("command_pending")] bool CommandPending,
    [property: JsonPropertyName("payload")] JsonElement? Payload);
