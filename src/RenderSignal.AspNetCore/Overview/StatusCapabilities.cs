using System.Text.Json.Serialization;

namespace RenderSignal.AspNetCore;

/// <summary>What can be asked for: what is false is not set up, and would be answered so.</summary>
/// <param name="Cycle">To poll the mailbox now.</param>
/// <param name="Restart">To restart this server.</param>
/// <param name="Deploy">To deploy it.</param>
/// <param name="MakeScenarios">To switch Make.com's scenarios.</param>
/// <param name="SignOut">To sign out, which is the application's matter when it brings its own sign-in.</param>
internal sealed record StatusCapabilities(
    [property: JsonPropertyName("cycle")] bool Cycle,
    [property: JsonPropertyName("restart")] bool Restart,
    [property: JsonPropertyName("deploy")] bool Deploy,
    [property: JsonPropertyName("make_scenarios")] bool MakeScenarios,
    [property: JsonPropertyName("sign_out")] bool SignOut);
