using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace RenderSignal.AspNetCore;

/// <summary>Restarts and deploys this server, by what its environment says and nothing else.</summary>
internal sealed class ServerControl(IOptions<ServerControlOptions> options, ServerCommands commands, RenderDeploy render, ILogger<ServerControl> logger)
{
    private const string NoRestart = $"{ServerControlOptions.RestartCommandVariable} is not set: write the command that restarts this server.";
    private const string NoDeploy =
        $"Nothing deploys this server: set {ServerControlOptions.DeployHookVariable}, or {ServerControlOptions.RenderApiKeyVariable} and "
        + $"{ServerControlOptions.RenderServiceIdVariable}, or {ServerControlOptions.DeployCommandVariable}.";

    public IResult Restart() => options.Value.RestartCommand is { } command
        ? Run(ServerControlOptions.RestartCommandVariable, command)
        : Failure.Result(StatusCodes.Status501NotImplemented, NoRestart);

    /// <summary>By the first way that is set.</summary>
    public async Task<IResult> DeployAsync() => options.Value switch
    {
        { DeployHook: { } hook } => Tell(ServerControlOptions.DeployHookVariable, await render.ByHookAsync(hook)),
        { RenderApiKey: { } key, RenderServiceId: { } id } => Tell(ServerControlOptions.RenderServiceIdVariable, await render.ByApiAsync(id, key)),
        { DeployCommand: { } command } => Run(ServerControlOptions.DeployCommandVariable, command),
        _ => Failure.Result(StatusCodes.Status501NotImplemented, NoDeploy),
    };

    private IResult Run(string variable, string command) => commands.TryStart(variable, command)
        ? Begun($"{variable} was started; the log tells how it ends.")
        : Failure.Result(StatusCodes.Status409Conflict, $"{variable} still runs; wait until it has ended.");

    private IResult Tell(string variable, string? error)
    {
        if (error is not null)
        {
            OperationsLog.DeployRefused(logger, error);
            return Failure.Result(StatusCodes.Status502BadGateway, error);
        }

        OperationsLog.DeployAccepted(logger, variable);
        return Begun("Render accepted the deploy.");
    }

    private static IResult Begun(string message) =>
        Results.Json(new ServerControlAnswer(message), ApiJson.Options, statusCode: StatusCodes.Status202Accepted);
}
