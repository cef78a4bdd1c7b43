namespace RenderSignal.AspNetCore;

/// <summary>How RenderSignal is mapped into an application.</summary>
public sealed class RenderSignalEndpointOptions
{
    /// <summary>
    /// The name of an authorization policy of the application (<c>services.AddAuthorizationBuilder().AddPolicy(…)</c>) that opens dashboard
    /// and API, but for what REFERENCE section 6 opens to everybody (<c>/api/diag/runtime</c>, <c>/api/check_trigger</c>) and <c>/api/test/*</c>, which has its key. Null, the default: RenderSignal's own sign-in does, with <c>/login</c> and <c>/logout</c>.
    /// </summary>
    public string? AuthorizationPolicy { get; set; }

    /// <summary>
    /// The name of an authorization policy of the application that opens <c>/health/ready</c>, which tells what fails and why: hosts,
    /// paths, variables, but no secrets. Null, the default: it is open to everybody, as <c>/health</c> and <c>/api/ping</c> always are.
    /// </summary>
    public string? ReadinessPolicy { get; set; }

    internal static RenderSignalEndpointOptions Read(Action<RenderSignalEndpointOptions>? configure)
    {
        var options = new RenderSignalEndpointOptions();
        configure?.Invoke(options);
        return options;
    }
}
