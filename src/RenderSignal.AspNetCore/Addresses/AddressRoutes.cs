using Microsoft.AspNetCore.Http;

namespace RenderSignal.AspNetCore;

/// <summary>Tells what an address is.</summary>
internal static class AddressRoutes
{
    public static void Map(RouteTable routes) => routes.Post("/api/check_address", CheckAsync)
        .WithJsonBody<AddressBody>()
        .WithSummary("Tells what kind of address it is, whether it can be reached, and what its certificate says. No request is made to it.")
        .Produces<Failure>(StatusCodes.Status400BadRequest)
        .Produces<Failure>(StatusCodes.Status503ServiceUnavailable);

    private static async Task<AddressAnswer> CheckAsync(HttpRequest request, ITextAnalyzer analyzer, AddressChecks checks, CancellationToken cancellationToken)
    {
        var reading = AddressReading.Of(AddressBody.Read(await JsonBody.ReadAsync(request)), analyzer);
        return AddressAnswer.From(reading, reading.Address is { } address ? await checks.TryAsync(address, cancellationToken) : null);
    }
}
