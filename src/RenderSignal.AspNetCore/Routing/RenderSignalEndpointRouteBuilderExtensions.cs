using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using RenderSignal;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps RenderSignal into an application.</summary>
public static class RenderSignalEndpointRouteBuilderExtensions
{
    /// <summary>Maps everything RenderSignal serves.</summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="prefix">Where: <c>/signals</c>, say. Empty, the default: at the root.</param>
    /// <returns>The group of the mapped routes, to add conventions to.</returns>
    /// <exception cref="InvalidOperationException">RenderSignal's services are not registered.</exception>
    public static RouteGroupBuilder MapRenderSignal(this IEndpointRouteBuilder endpoints, string prefix = "")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        if (endpoints.ServiceProvider.GetService<IServiceProviderIsService>()?.IsService(typeof(IEmailPipeline)) is false)
        {
            throw new InvalidOperationException("RenderSignal's services are not registered. Call services.AddRenderSignal() before app.MapRenderSignal().");
        }

        var group = endpoints.MapGroup(prefix);
        group.MapRenderSignalHealth();
        return group;
    }
}
