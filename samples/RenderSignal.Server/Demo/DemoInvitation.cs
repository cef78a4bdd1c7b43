using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using RenderSignal.AspNetCore;

namespace RenderSignal.Server.Demo;

/// <summary>Says where the demo's dashboard is and how to get in.</summary>
internal sealed partial class DemoInvitation(IServer server, IOptions<DashboardOptions> dashboard, ILogger<DemoInvitation> logger)
{
    /// <summary>To be called when the server listens, and so knows its port.</summary>
    public void Print() =>
        Invited(logger, server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault(), dashboard.Value.User, dashboard.Value.Password);

    // Through the log, which prints in order: what was logged before stands before it.
    [LoggerMessage(1, LogLevel.Information, "Dashboard: {Address} (user {User}, password {Password})")]
    private static partial void Invited(ILogger logger, string? address, string user, string? password);
}
