using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace RenderSignal.AspNetCore;

/// <summary>Make.com's scenarios by hand.</summary>
internal static class MakeRoutes
{
    private const string VariablePrefix = "MAKE_SCENARIO_ID_";

    public static void Map(RouteTable routes)
    {
        Describe<SwitchedScenario>(routes.Post("/api/make/toggle_all", SwitchAsync).WithJsonBody<SwitchBody>(), "Starts or stops all scenarios of Make.com")
            .Produces<Failure>(StatusCodes.Status400BadRequest);
        Describe<ScenarioStatus>(routes.Get("/api/make/status_all", AskAsync), "Whether the scenarios of Make.com are on");
    }

    private static RouteHandlerBuilder Describe<TScenario>(RouteHandlerBuilder route, string summary) => route
        .Produces<ScenariosAnswer<TScenario>>()
        .Produces<ScenariosAnswer<TScenario>>(StatusCodes.Status502BadGateway)
        .Produces<Failure>(StatusCodes.Status503ServiceUnavailable)
        .WithSummary(summary);

    private static async Task<IResult> SwitchAsync(
        HttpRequest request, IServiceProvider services, ILogger<IMakeScenarios> logger, IHostApplicationLifetime lifetime)
    {
        var on = SwitchField.Read(await JsonBody.ReadAsync(request), "enable");
        var scenarios = Find(services);
        SwitchedScenario[] results;
        try
        {
            // Not ended by a caller who leaves: some scenarios would be on and others off, and nobody would be told which.
            results = await Task.WhenAll(scenarios.All.Select(scenario => SwitchOneAsync(scenarios, scenario, on, lifetime.ApplicationStopping)));
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            throw new RequestRejectedException(
                StatusCodes.Status503ServiceUnavailable, "The process stops. Some scenarios may have been switched: ask /api/make/status_all when it is back.");
        }

        var state = on ? "on" : "off";
        var done = results.Count(scenario => scenario.Switched);
        OperationsLog.ScenariosSwitched(logger, done, results.Length, state);
        return Tell(results, done, $"switched {state}");
    }

    private static async Task<SwitchedScenario> SwitchOneAsync(IMakeScenarios scenarios, MakeScenario scenario, bool on, CancellationToken stopping)
    {
        var error = await scenarios.SwitchAsync(scenario, on, stopping);
        return new SwitchedScenario(NameOf(scenario), scenario.Id, error is null, error);
    }

    private static async Task<IResult> AskAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var scenarios = Find(services);
        var results = await Task.WhenAll(scenarios.All.Select(async scenario =>
        {
            var state = await scenarios.GetStateAsync(scenario, cancellationToken);
            return new ScenarioStatus(NameOf(scenario), scenario.Id, state.IsOn, state.Error);
        }));
        return Tell(results, results.Count(scenario => scenario.Error is null), "asked");
    }

    private static IMakeScenarios Find(IServiceProvider services)
    {
        if (services.GetService<IMakeScenarios>() is not { } scenarios)
        {
            throw new RequestRejectedException(
                StatusCodes.Status503ServiceUnavailable, "This application has nothing that switches Make.com's scenarios: it does not call AddWebhooks().");
        }

        return scenarios.MissingSettings is { Count: > 0 } missing
            ? throw new RequestRejectedException(StatusCodes.Status503ServiceUnavailable, string.Join(' ', missing))
            : scenarios;
    }

    private static IResult Tell<TScenario>(IReadOnlyList<TScenario> scenarios, int done, string what)
    {
        var isComplete = done == scenarios.Count;
        var message = $"Scenarios {what}: {done} of {scenarios.Count}.{(isComplete ? "" : " Each of the others says why not.")}";
        return Results.Json(
            new ScenariosAnswer<TScenario>(isComplete, message, scenarios),
            ApiJson.Options,
            statusCode: isComplete ? StatusCodes.Status200OK : StatusCodes.Status502BadGateway);
    }

    private static string NameOf(MakeScenario scenario) =>
        (scenario.Variable.StartsWith(VariablePrefix, StringComparison.Ordinal) ? scenario.Variable[VariablePrefix.Length..] : scenario.Variable).ToLowerInvariant();
}
