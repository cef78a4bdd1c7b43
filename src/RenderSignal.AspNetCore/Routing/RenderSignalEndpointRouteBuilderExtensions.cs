using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using RenderSignal.AspNetCore;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps RenderSignal into an application.</summary>
public static class RenderSignalEndpointRouteBuilderExtensions
{
    /// <summary>Maps everything RenderSignal serves: dashboard, sign-in, API and health.</summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="prefix">Where: <c>/signals</c>, say. Empty, the default: at the root.</param>
    /// <param name="configure">Changes how: with an authorization policy of the application, for one.</param>
    /// <returns>The group of the mapped routes, to add conventions to. Authorization is not one of them: routes that are open to everybody stay so.</returns>
    /// <exception cref="InvalidOperationException">RenderSignal's services are not registered; the message says which call is missing.</exception>
    public static RouteGroupBuilder MapRenderSignal(
        this IEndpointRouteBuilder endpoints, string prefix = "", Action<RenderSignalEndpointOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var options = RenderSignalEndpointOptions.Read(configure);
        var group = endpoints.MapGroup(prefix).WithMetadata(new SecuredResponses());
        group.MapRenderSignalHealth(configure);
        MapApi(group, options, isWhole: true);
        MapDashboard(group, options, isWhole: true);
        return group;
    }

    /// <summary>Maps the API: all of REFERENCE section 6 under <c>/api</c>.</summary>
    /// <param name="endpoints">The application, or a group of its routes.</param>
    /// <param name="configure">As for <see cref="MapRenderSignal"/>.</param>
    /// <returns>The group of the mapped routes.</returns>
    /// <exception cref="InvalidOperationException">RenderSignal's services are not registered.</exception>
    public static RouteGroupBuilder MapRenderSignalApi(this IEndpointRouteBuilder endpoints, Action<RenderSignalEndpointOptions>? configure = null) =>
        MapApi(endpoints, RenderSignalEndpointOptions.Read(configure), isWhole: false);

    /// <summary>Maps the dashboard at <c>/</c>, and the sign-in, unless the application brings its own.</summary>
    /// <param name="endpoints">The application, or a group of its routes.</param>
    /// <param name="configure">As for <see cref="MapRenderSignal"/>.</param>
    /// <returns>The group of the mapped routes.</returns>
    /// <exception cref="InvalidOperationException">RenderSignal's services are not registered.</exception>
    public static RouteGroupBuilder MapRenderSignalDashboard(this IEndpointRouteBuilder endpoints, Action<RenderSignalEndpointOptions>? configure = null) =>
        MapDashboard(endpoints, RenderSignalEndpointOptions.Read(configure), isWhole: false);

    private static RouteGroupBuilder MapApi(IEndpointRouteBuilder endpoints, RenderSignalEndpointOptions options, bool isWhole)
    {
        var group = MapGroup(endpoints, options, isWhole).DisableCookieRedirect()
            .WithMetadata(
                new ProducesResponseTypeMetadata(StatusCodes.Status400BadRequest, typeof(Failure), ["application/json"]),
                new ProducesResponseTypeMetadata(StatusCodes.Status401Unauthorized, typeof(Failure), ["application/json"]));
        MapFeature(group, "Overview", OverviewRoutes.Map);
        MapFeature(group, "Mails", EmailRoutes.Map);
        MapFeature(group, "Mails", routes => WebhookLogRoutes.Map(routes, "/api"));
        MapFeature(group, "Settings", SettingsRoutes.Map);
        MapFeature(group, "Operations", OperationRoutes.Map);
        ToolRoutes.Map(group.MapGroup("").WithTags("For tools with a key").WithMetadata(new ToolAccess()));
        return group;
    }

    private static void MapFeature(RouteGroupBuilder group, string tag, Action<RouteTable> map)
    {
        var routes = new RouteTable(group.MapGroup("").WithTags(tag));
        map(routes);
        routes.AnswerWrongMethods();
    }

    private static RouteGroupBuilder MapDashboard(IEndpointRouteBuilder endpoints, RenderSignalEndpointOptions options, bool isWhole)
    {
        var group = MapGroup(endpoints, options, isWhole);
        MapFeature(group, "Dashboard", DashboardRoutes.Map);
        if (options.AuthorizationPolicy is null)
        {
            MapFeature(group, "Sign-in", SignInRoutes.Map);
            endpoints.ServiceProvider.GetRequiredService<SignInMapping>().IsMapped = true;
        }

        return group;
    }

    private static RouteGroupBuilder MapGroup(IEndpointRouteBuilder endpoints, RenderSignalEndpointOptions options, bool isWhole)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        RequiredServices.CheckDashboard(endpoints);
        var group = endpoints.MapGroup("").WithMetadata(new SecuredResponses());
        group.AddEndpointFilter<RouteGroupBuilder, ApiFilter>().AddEndpointFilter<RouteGroupBuilder, SameOriginFilter>();
        var mapping = endpoints.ServiceProvider.GetRequiredService<SignInMapping>();
        if (options.AuthorizationPolicy is { } policy)
        {
            mapping.Uses(policy);
            return group.RequireAuthorization(policy);
        }

        mapping.IsNeeded = true;
        return group.RequireAuthorization(SignInScheme.Policy).WithMetadata(new BuiltInSignIn(CoversApi: isWhole));
    }
}
