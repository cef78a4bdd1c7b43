namespace RenderSignal.AspNetCore;

/// <summary>How RenderSignal is mapped into an application.</summary>
public sealed class RenderSignalEndpointOptions
{
    /// <summary>
    /// The name of an authorization policy of the application (<c>services.AddAuthorizationBuilder().AddPolicy(…)</c>) that opens dashboard
    /// and API. Null, the default: RenderSignal's own sign-in does, with <c>/login</c> and <c>/logout</c>.
    /// </summary>
    public string? AuthorizationPolicy { get; set; }
}
