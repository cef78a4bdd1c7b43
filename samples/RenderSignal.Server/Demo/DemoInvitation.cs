using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using RenderSignal.AspNetCore;

namespace RenderSignal.Server.Demo;

/// <summary>Says where the demo's dashboard is and how to get in.</summary>
internal sealed class DemoInvitation(IServer server, IOptions<DashboardOptions> dashboard)
{
    /// <summary>To be called when the server listens, and so knows its port.</summary>
    public void Print()
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        Console.WriteLine($"Dashboard: {address} (user {dashboard.Value.User}, password {dashboard.Value.Password})");
    }
}
