using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using RenderSignal;
using RenderSignal.AspNetCore;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps RenderSignal into an application.</summary>
public static class RenderSignalEndpointRouteBuilderExtensions
{
    /// <summary>Maps everything RenderSignal serves: dashboard, sign-in, API and health.</summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="prefix">Where: <c>/signals</c>, say. Empty, the default: at the root.</param>
    /// <param name="configure">Changes how: with an authorization policy of the application, for one.</param>
    /// <returns>The group of the mapped routes, to add conventions to.</returns>
    /// <exception cref="InvalidOperationException">RenderSignal's services are not registered; the message says which call is missing.</exception>
    public static RouteGroupBuilder MapRenderSignal(
        this IEndpointRouteBuilder endpoints, string prefix = "", Action<RenderSignalEndpointOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var options = Read(configure);
        var group = endpoints.MapGroup(prefix).WithMetadata(new SecuredResponses());
        group.MapRenderSignalHealth();
        MapApi(group, options, isWhole: true);
        MapDashboard(group, options, isWhole: true);
        return group;
    }

    /// <summary>Maps the API: all of REFERENCE section 6 under <c>/api</c>.</summary>
    /// <param name="endpoints">The application, or a group of its routes.</param>
    /// <param name="configure">As for <see cref="MapRenderSignal"/>.</param>
    /// <exception cref="InvalidOperationException">RenderSignal's services are not registered.</exception>
    public static RouteGroupBuilder MapRenderSignalApi(this IEndpointRouteBuilder endpoints, Action<RenderSignalEndpointOptions>? configure = null) =>
        MapApi(endpoints, Read(configure), isWhole: false);

    /// <summary>Maps the dashboard at <c>/</c>, and the sign-in, unless the application brings its own.</summary>
    /// <param name="endpoints">The application, or a group of its routes.</param>
    /// <param name="configure">As for <see cref="MapRenderSignal"/>.</param>
    /// <exception cref="InvalidOperationException">RenderSignal's services are not registered.</exception>
    public static RouteGroupBuilder MapRenderSignalDashboard(this IEndpointRouteBuilder endpoints, Action<RenderSignalEndpointOptions>? configure = null) =>
        MapDashboard(endpoints, Read(configure), isWhole: false);

    private static RouteGroupBuilder MapApi(IEndpointRouteBuilder endpoints, RenderSignalEndpointOptions options, bool isWhole)
    {
        var group = MapGroup(endpoints, options, isWhole).DisableCookieRedirect();
        var routes = new RouteTable(group);
        SettingsRoutes.Map(routes);
        EmailRoutes.Map(routes);
        OperationRoutes.Map(routes);
        WebhookLogRoutes.Map(routes, "/api");
        routes.AnswerWrongMethods();
        ToolRoutes.Map(group);
        return group;
    }

    private static RouteGroupBuilder MapDashboard(IEndpointRouteBuilder endpoints, RenderSignalEndpointOptions options, bool isWhole)
    {
        var group = MapGroup(endpoints, options, isWhole);
        var routes = new RouteTable(group);
        DashboardRoutes.Map(routes);
        if (options.AuthorizationPolicy is null)
        {
            SignInRoutes.Map(routes);
            endpoints.ServiceProvider.GetRequiredService<SignInMapping>().IsMapped = true;
        }

        routes.AnswerWrongMethods();
        return group;
    }

    private static RouteGroupBuilder MapGroup(IEndpointRouteBuilder endpoints, RenderSignalEndpointOptions options, bool isWhole)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        RequireServices(endpoints);
        var group = endpoints.MapGroup("").WithMetadata(new SecuredResponses());
        group.AddEndpointFilter<RouteGroupBuilder, ApiFilter>().AddEndpointFilter<RouteGroupBuilder, SameOriginFilter>();
        return options.AuthorizationPolicy is { } policy
            ? group.RequireAuthorization(policy)
            : group.RequireAuthorization(SignInScheme.Policy).WithMetadata(new BuiltInSignIn(CoversApi: isWhole));
    }

    private static RenderSignalEndpointOptions Read(Action<RenderSignalEndpointOptions>? configure)
    {
        var options = new RenderSignalEndpointOptions();
        configure?.Invoke(options);
        return options;
    }

    private static void RequireServices(IEndpointRouteBuilder endpoints)
    {
        if (endpoints.ServiceProvider.GetService<IServiceProviderIsService>() is not { } services)
        {
            return;
        }

        if (!services.IsService(typeof(IEmailPipeline)))
        {
            throw new InvalidOperationException("RenderSignal's services are not registered. Call services.AddRenderSignal() before app.MapRenderSignal().");
        }

        if (!services.IsService(typeof(DashboardMarker)))
        {
            throw new InvalidOperationException(
                "The services of RenderSignal's dashboard and API are not registered. Call AddDashboard() on what AddRenderSignal() returns, or map MapRenderSignalHealth() alone.");
        }
    }
}
