using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace RenderSignal.AspNetCore;

/// <summary>Tells what an address is.</summary>
internal static class AddressRoutes
{
    public static void Map(RouteTable routes) => routes.Post("/api/check_address", CheckAsync)
        .WithJsonBody<AddressBody>()
        .WithSummary("Tells what kind of address it is, whether it can be reached, and what its certificate says. No request is made to it.")
        .Produces<Failure>(StatusCodes.Status400BadRequest);

    private static async Task<AddressAnswer> CheckAsync(HttpRequest request, ITextAnalyzer analyzer, IServiceProvider services, CancellationToken cancellationToken)
    {
        var reading = AddressReading.Of(AddressBody.Read(await JsonBody.ReadAsync(request)), analyzer);
        return AddressAnswer.From(
            reading,
            reading.Address is { } address && services.GetService<IAddressProbe>() is { } probe ? await probe.ProbeAsync(address, cancellationToken) : null);
    }
}
