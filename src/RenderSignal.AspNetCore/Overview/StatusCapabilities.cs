using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>What can be asked for: what is false is not set up, and would be answered so.</summary>
/// <param name="Cycle">To poll the mailbox now.</param>
/// <param name="Restart">To restart this server.</param>
/// <param name="Deploy">To deploy it.</param>
/// <param name="MakeScenarios">To switch Make.com's scenarios.</param>
internal sealed record StatusCapabilities(
    [property: JsonPropertyName("cycle")] bool Cycle,
    [property: JsonPropertyName("restart")] bool Restart,
    [property: JsonPropertyName("deploy")] bool Deploy,
    [property: JsonPropertyName("make_scenarios")] bool MakeScenarios);
