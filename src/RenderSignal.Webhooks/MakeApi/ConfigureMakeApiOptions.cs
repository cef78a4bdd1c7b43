using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace RenderSignal.Webhooks;

internal sealed class ConfigureMakeApiOptions(IConfiguration? configuration = null) : IConfigureOptions<MakeApiOptions>
{
    /// <summary>What names the scenarios.</summary>
    public static readonly string[] ScenarioVariables =
    [
        "MAKE_SCENARIO_ID_AUTOREPONDEUR",
        "MAKE_SCENARIO_ID_RECADRAGE",
        "MAKE_SCENARIO_ID_PRESENCE_TRUE",
        "MAKE_SCENARIO_ID_PRESENCE_FALSE",
    ];

    public void Configure(MakeApiOptions options)
    {
        var variables = new ConfigurationVariables(configuration);
        options.Host = variables.Host("MAKE_API_HOST", "eu1.make.com") ?? options.Host;
        options.AuthType = AuthType(variables) ?? options.AuthType;
        options.ControlUrl = ControlUrl(variables) ?? options.ControlUrl;
        options.ControlKey = variables.Text("MAKE_WEBHOOK_API_KEY") ?? options.ControlKey;
        options.Scenarios = [.. Scenarios(variables)];
        options.BackgroundTasks = variables.BackgroundTasks() ?? options.BackgroundTasks;
        variables.ThrowIfRejected(typeof(MakeApiOptions));
    }

    private static string? AuthType(ConfigurationVariables variables)
    {
        const string variable = "MAKE_API_AUTH_TYPE";
        var text = variables.Text(variable);
        switch (text?.ToLowerInvariant())
        {
            case null:
                return null;
            case "token":
                return "Token";
            case "bearer":
                return "Bearer";
            default:
                variables.Reject(variable, text, "Token or Bearer");
                return null;
        }
    }

    private static Uri? ControlUrl(ConfigurationVariables variables)
    {
        const string variable = "MAKE_WEBHOOK_CONTROL_URL";
        if (variables.Text(variable) is not { } text)
        {
            return null;
        }

        if (WebhookAddress.NormalizeMakeHook(text) is { } address && WebhookAddress.IsAllowed(address))
        {
            return new Uri(address);
        }

        variables.Reject(variable, WebhookAddress.Mask(text), "an https address");
        return null;
    }

    private static IEnumerable<MakeScenario> Scenarios(ConfigurationVariables variables)
    {
        foreach (var variable in ScenarioVariables)
        {
            if (variables.WholeNumber(variable, 1, int.MaxValue) is { } id)
            {
                yield return new(variable, id);
            }
        }
    }
}
