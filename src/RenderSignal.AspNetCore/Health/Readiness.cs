using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace RenderSignal.AspNetCore;

/// <summary>Answers how all parts fare, for alerts.</summary>
/// <remarks>Health can be mapped without the dashboard's services; then it makes what it needs of them.</remarks>
internal sealed class Readiness(IServiceProvider services)
{
    private readonly Lazy<ComponentReport> _report = new(() =>
        services.GetService<ComponentReport>()
        ?? ActivatorUtilities.CreateInstance<ComponentReport>(services, ActivatorUtilities.CreateInstance<StoresCheck>(services)));

    public async Task<ReadinessAnswer> AskAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        var answer = ReadinessAnswer.From(await _report.Value.AskAsync(cancellationToken));
        response.StatusCode = answer.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        return answer;
    }
}
