using Microsoft.Extensions.Options;

namespace RenderSignal.Webhooks;

/// <summary>Says which variable or option to change. Never shows a key or a secret.</summary>
internal sealed class WebhooksOptionsValidator : IValidateOptions<WebhooksOptions>
{
    public ValidateOptionsResult Validate(string? name, WebhooksOptions options)
    {
        var errors = new ValidateOptionsResultBuilder();
        if (options.MakeApiKey is { } key && (key.Length == 0 || key.Any(c => c is <= ' ' or > '~')))
        {
            errors.AddError($"{ConfigureWebhooksOptions.MakeApiKeyVariable} must be one word of ASCII characters: write the key as Make.com shows it, or leave the variable out.");
        }

        for (var i = 0; i < options.SigningSecrets.Count; i++)
        {
            if (SigningSecret.TryParse(options.SigningSecrets[i]) is null)
            {
                errors.AddError($"{ConfigureWebhooksOptions.SigningSecretsVariable}: secret {i + 1} holds no key: write {SigningSecret.Prefix} and base64, or any other text.");
            }
        }

        Require(errors, options.MaxRetryAfterWait >= TimeSpan.Zero && options.MaxRetryAfterWait <= TimeSpan.FromMinutes(10),
            nameof(options.MaxRetryAfterWait), options.MaxRetryAfterWait, "0 to 10 minutes");
        Require(errors, options.MakeTimeout >= TimeSpan.FromSeconds(1) && options.MakeTimeout <= TimeSpan.FromMinutes(5),
            nameof(options.MakeTimeout), options.MakeTimeout, "1 second to 5 minutes");
        Require(errors, options.MakeAttempts is >= 1 and <= 10, nameof(options.MakeAttempts), options.MakeAttempts, "1 to 10");
        return errors.Build();
    }

    private static void Require(ValidateOptionsResultBuilder errors, bool isMet, string option, object value, string range)
    {
        if (!isMet)
        {
            errors.AddError($"{nameof(WebhooksOptions)}.{option} is {value}: write {range}.");
        }
    }
}
