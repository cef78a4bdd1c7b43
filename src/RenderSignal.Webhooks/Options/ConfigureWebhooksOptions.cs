using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace RenderSignal.Webhooks;

/// <summary>Reads the variables of REFERENCE section 5 that concern sending and stay fixed.</summary>
internal sealed class ConfigureWebhooksOptions(IConfiguration? configuration = null) : IConfigureOptions<WebhooksOptions>
{
    public const string MakeApiKeyVariable = "MAKECOM_API_KEY";
    public const string SigningSecretsVariable = "WEBHOOK_SIGNING_SECRETS";

    public void Configure(WebhooksOptions options)
    {
        var variables = new ConfigurationVariables(configuration);
        options.MakeApiKey = variables.Text(MakeApiKeyVariable) ?? options.MakeApiKey;
        options.SigningSecrets = variables.List(SigningSecretsVariable)?.ToList() ?? options.SigningSecrets;
    }
}
