using Microsoft.Extensions.Options;

namespace RenderSignal.Webhooks;

/// <summary>Switches scenarios by Make.com's API, or by the control hook when there is one.</summary>
internal sealed class MakeScenarios(MakeClient client, IOptions<MakeApiOptions> options, IOptions<WebhooksOptions> webhooks) : IMakeScenarios
{
    public IReadOnlyList<MakeScenario> All => options.Value.Scenarios;

    public IReadOnlyList<string> MissingSettings
    {
        get
        {
            var missing = new List<string>();
            if (options.Value.ControlUrl is null && webhooks.Value.MakeApiKey is null)
            {
                missing.Add("MAKECOM_API_KEY is not set: write the API key of Make.com, or set MAKE_WEBHOOK_CONTROL_URL.");
            }

            if (All.Count == 0)
            {
                missing.Add($"No scenario is named: set {string.Join(", ", ConfigureMakeApiOptions.ScenarioVariables[..^1])} or {ConfigureMakeApiOptions.ScenarioVariables[^1]}.");
            }

            return missing;
        }
    }

    public async Task<string?> SwitchAsync(MakeScenario scenario, bool on, CancellationToken cancellationToken)
    {
        var action = on ? "start" : "stop";
        if (options.Value.ControlUrl is { } control)
        {
            return await client.PostToControlHookAsync(control, new ControlPayload(action, $"{scenario.Id}", options.Value.ControlKey), cancellationToken);
        }

        return webhooks.Value.MakeApiKey is null
            ? "MAKECOM_API_KEY is not set"
            : (await client.AskApiAsync(HttpMethod.Post, scenario, $"/{action}", cancellationToken)).Error;
    }

    public async Task<MakeScenarioState> GetStateAsync(MakeScenario scenario, CancellationToken cancellationToken)
    {
        if (webhooks.Value.MakeApiKey is null)
        {
            return new(null, options.Value.ControlUrl is null
                ? "MAKECOM_API_KEY is not set"
                : "MAKECOM_API_KEY is not set, and the hook of MAKE_WEBHOOK_CONTROL_URL does not tell");
        }

        var (answer, error) = await client.AskApiAsync(HttpMethod.Get, scenario, "", cancellationToken);
        return error is null ? ScenarioAnswer.Read(answer) : new(null, error);
    }
}
