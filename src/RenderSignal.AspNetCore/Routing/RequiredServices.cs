using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace RenderSignal.AspNetCore;

/// <summary>Finds out, while routes are mapped, which <c>Add…</c> an application has forgotten.</summary>
internal static class RequiredServices
{
    /// <exception cref="InvalidOperationException"><c>AddRenderSignal</c> was not called.</exception>
    public static void CheckCore(IEndpointRouteBuilder endpoints) => Check(
        endpoints, typeof(IEmailPipeline), "RenderSignal's services are not registered. Call services.AddRenderSignal() before app.MapRenderSignal().");

    /// <exception cref="InvalidOperationException">Something is missing; the message names the call.</exception>
    public static void CheckDashboard(IEndpointRouteBuilder endpoints)
    {
        CheckCore(endpoints);
        Check(
            endpoints,
            typeof(DashboardMarker),
            "The services of RenderSignal's dashboard and API are not registered. Call AddDashboard() on what AddRenderSignal() returns, or map MapRenderSignalHealth() alone.");
        Check(endpoints, typeof(ITextAnalyzer), "Nothing reads the mails' text. Call AddMatching() on what AddRenderSignal() returns, or register an ITextAnalyzer of your own.");
        Check(endpoints, typeof(IDeliveryTarget), "Nothing delivers mails. Call AddWebhooks() on what AddRenderSignal() returns, or register an IDeliveryTarget of your own.");
    }

    private static void Check(IEndpointRouteBuilder endpoints, Type service, string otherwise)
    {
        if (endpoints.ServiceProvider.GetService<IServiceProviderIsService>()?.IsService(service) is false)
        {
            throw new InvalidOperationException(otherwise);
        }
    }
}
