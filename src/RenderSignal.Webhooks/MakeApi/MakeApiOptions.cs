namespace RenderSignal.Webhooks;

/// <summary>How Make.com's scenarios are switched (REFERENCE sections 5 and 6).</summary>
internal sealed class MakeApiOptions
{
    public Uri Host { get; set; } = new("https://eu1.make.com");

    /// <summary>The scheme of the <c>Authorization</c> header.</summary>
    public string AuthType { get; set; } = "Token";

    public IReadOnlyList<MakeScenario> Scenarios { get; set; } = [];

    /// <summary>A hook that switches scenarios in place of the API; null: the API does.</summary>
    public Uri? ControlUrl { get; set; }

    public string? ControlKey { get; set; }

    /// <summary>Whether this process was started to do more than answer requests.</summary>
    public bool BackgroundTasks { get; set; }
}
