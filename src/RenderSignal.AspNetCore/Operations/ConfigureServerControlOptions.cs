using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace RenderSignal.AspNetCore;

internal sealed class ConfigureServerControlOptions(IConfiguration? configuration = null) : IConfigureOptions<ServerControlOptions>
{
    private const string ClearCacheVariable = "RENDER_DEPLOY_CLEAR_CACHE";
    private const string Hidden = "***";

    public void Configure(ServerControlOptions options)
    {
        var variables = new ConfigurationVariables(configuration);
        options.RestartCommand = variables.Text(ServerControlOptions.RestartCommandVariable);
        options.DeployCommand = variables.Text(ServerControlOptions.DeployCommandVariable);
        options.DeployHook = DeployHook(variables);
        options.RenderApi = variables.Host("RENDER_API_HOST", "api.render.com") ?? options.RenderApi;
        options.RenderApiKey = Word(variables, ServerControlOptions.RenderApiKeyVariable, c => c is > ' ' and <= '~', "the key as Render shows it, one word of ASCII characters");
        options.RenderServiceId = Word(variables, ServerControlOptions.RenderServiceIdVariable, c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_', "an id such as srv-abc123");
        options.ClearRenderCache = ClearCache(variables) ?? options.ClearRenderCache;
        variables.ThrowIfRejected(typeof(ServerControlOptions));
    }

    private static Uri? DeployHook(ConfigurationVariables variables)
    {
        if (variables.Text(ServerControlOptions.DeployHookVariable) is not { } text)
        {
            return null;
        }

        if (WebhookAddress.IsAllowed(text))
        {
            return new Uri(text);
        }

        variables.Reject(ServerControlOptions.DeployHookVariable, WebhookAddress.Mask(text), "an https:// address");
        return null;
    }

    /// <summary>A value that becomes part of a request. It is never shown: it may be a key in the wrong place.</summary>
    private static string? Word(ConfigurationVariables variables, string name, Func<char, bool> isAllowed, string expected)
    {
        var text = variables.Text(name);
        if (text is null || text.All(isAllowed))
        {
            return text;
        }

        variables.Reject(name, Hidden, expected);
        return null;
    }

    private static bool? ClearCache(ConfigurationVariables variables)
    {
        switch (variables.Text(ClearCacheVariable)?.ToLowerInvariant())
        {
            case null:
                return null;
            case "clear":
                return true;
            case "do_not_clear":
                return false;
            case var text when BooleanText.TryParse(text) is { } isOn:
                return isOn;
            case var text:
                variables.Reject(ClearCacheVariable, text, "clear or do_not_clear");
                return null;
        }
    }
}
