using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace RenderSignal.AspNetCore;

/// <summary>
/// ASP.NET Core makes an application's only scheme its default. Ours beside it would end that, so the other one is named as the default.
/// </summary>
internal sealed class KeepDefaultScheme : IPostConfigureOptions<AuthenticationOptions>
{
    private const string Switch = "Microsoft.AspNetCore.Authentication.SuppressAutoDefaultScheme";

    public void PostConfigure(string? name, AuthenticationOptions options)
    {
        var others = options.Schemes.Where(scheme => scheme.Name != SignInScheme.Name).ToList();
        var isSuppressed = AppContext.TryGetSwitch(Switch, out var suppressed) && suppressed;
        if (options.DefaultScheme is null && others.Count == 1 && !isSuppressed)
        {
            options.DefaultScheme = others[0].Name;
        }
    }
}
