using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace RenderSignal.AspNetCore;

/// <summary>Make.com's scenarios by hand.</summary>
internal static class MakeRoutes
{
    private const string VariablePrefix = "MAKE_SCENARIO_ID_";
    private const int AtOnce = 4;

    public static void Map(RouteTable routes)
    {
        Describe<SwitchedScenario>(routes.Post("/api/make/toggle_all", SwitchAsync).WithJsonBody<MakeSwitchBody>(), "Starts or stops all scenarios of Make.com")
            .Produces<Failure>(StatusCodes.Status400BadRequest);
        Describe<ScenarioStatus>(routes.Get("/api/make/status_all", AskAsync), "Whether the scenarios of Make.com are on");
    }

    private static RouteHandlerBuilder Describe<TScenario>(RouteHandlerBuilder route, string summary) => route
        .Produces<ScenariosAnswer<TScenario>>()
        .Produces<ScenariosAnswer<TScenario>>(StatusCodes.Status502BadGateway)
        .Produces<Failure>(StatusCodes.Status503ServiceUnavailable)
        .WithSummary(summary);

    private static async Task<IResult> SwitchAsync(
        HttpRequest request, IServiceProvider services, ILogger<IMakeScenarios> logger, CancellationToken cancellationToken)
    {
        var on = SwitchField.Read(await JsonBody.ReadAsync(request), "enable");
        var scenarios = Find(services);
        var results = await ForAllAsync(scenarios, async scenario =>
        {
            var error = await scenarios.SwitchAsync(scenario, on, cancellationToken);
            return new SwitchedScenario(NameOf(scenario), scenario.Id, error is null, error);
        });

        var state = on ? "on" : "off";
        var done = results.Count(scenario => scenario.Switched);
        OperationsLog.ScenariosSwitched(logger, done, results.Length, state);
        return Tell(results, done, $"switched {state}");
    }

    private static async Task<IResult> AskAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var scenarios = Find(services);
        var results = await ForAllAsync(scenarios, async scenario =>
        {
            var state = await scenarios.GetStateAsync(scenario, cancellationToken);
            return new ScenarioStatus(NameOf(scenario), scenario.Id, state.IsOn, state.Error);
        });
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

    private static async Task<TResult[]> ForAllAsync<TResult>(IMakeScenarios scenarios, Func<MakeScenario, Task<TResult>> ask)
    {
        var results = new TResult[scenarios.All.Count];
        await Parallel.ForEachAsync(
            scenarios.All.Index(),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (scenario, _) => results[scenario.Index] = await ask(scenario.Item));
        return results;
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
