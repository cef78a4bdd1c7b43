using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace RenderSignal.Webhooks.Tests;

public sealed class AddWebhooksTests
{
    [Fact]
    public async Task Each_built_in_route_has_one_target_however_often_it_is_called()
    {
        await using var sending = new Sending(more: services => new RenderSignalBuilder(services).AddWebhooks());

        Assert.Equal(
            [DeliveryRoutes.Custom, DeliveryRoutes.Presence, DeliveryRoutes.Recadrage, DeliveryRoutes.Desabo],
            sending.Services.GetServices<IDeliveryTarget>().Select(target => target.Route));
        Assert.Equal(2, sending.Services.GetServices<IHostedService>().Count());
    }
}
