using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace RenderSignal.AspNetCore;

internal static class ToolServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddCors();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DashboardOptions>, ValidateToolOptions>());
    }
}
