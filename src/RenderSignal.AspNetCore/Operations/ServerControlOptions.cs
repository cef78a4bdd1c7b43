namespace RenderSignal.AspNetCore;

/// <summary>How this server is restarted and deployed (REFERENCE section 5). What is null is not possible.</summary>
internal sealed class ServerControlOptions
{
    public const string RestartCommandVariable = "RESTART_CMD";
    public const string DeployHookVariable = "RENDER_DEPLOY_HOOK_URL";
    public const string RenderApiKeyVariable = "RENDER_API_KEY";
    public const string RenderServiceIdVariable = "RENDER_SERVICE_ID";
    public const string DeployCommandVariable = "DEPLOY_CMD";

    public string? RestartCommand { get; set; }

    /// <summary>Render's deploy hook; its address is a key.</summary>
    public Uri? DeployHook { get; set; }

    public Uri RenderApi { get; set; } = new("https://api.render.com");

    public string? RenderApiKey { get; set; }

    public string? RenderServiceId { get; set; }

    /// <summary>Whether Render builds without what it kept of earlier builds.</summary>
    public bool ClearRenderCache { get; set; }

    public string? DeployCommand { get; set; }

    public bool CanRestart => RestartCommand is not null;

    /// <summary>Whether one of the ways to deploy is set.</summary>
    public bool CanDeploy => DeployHook is not null || (RenderApiKey is not null && RenderServiceId is not null) || DeployCommand is not null;
}
