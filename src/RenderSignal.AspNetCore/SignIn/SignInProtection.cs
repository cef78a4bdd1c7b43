using System.Security.Cryptography;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace RenderSignal.AspNetCore;

/// <summary>
/// What sessions and forms are signed with. Data Protection and antiforgery live in containers of their own, so that those of the
/// application keep their keys, names and settings.
/// </summary>
internal sealed class SignInProtection : IDisposable
{
    private readonly ServiceProvider _keys;
    private readonly ServiceProvider _forms;

    public SignInProtection(IKeyRingStore store, ILoggerFactory loggers)
    {
        var keys = new ServiceCollection().AddSingleton(loggers).AddLogging();
        keys.AddDataProtection().SetApplicationName("RenderSignal").AddKeyManagementOptions(management =>
        {
            management.XmlRepository = new KeyRingXmlRepository(store, loggers.CreateLogger<KeyRingXmlRepository>());
            management.XmlEncryptor = new NullXmlEncryptor(); // chosen, not forgotten: only their owner can read the keys
        });
        _keys = keys.BuildServiceProvider();

        // Without the application's log: antiforgery makes an error of every token that it cannot read, and anybody can send such.
        var forms = new ServiceCollection().AddLogging().AddSingleton(_keys.GetRequiredService<IDataProtectionProvider>());
        forms.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie = new SessionCookieBuilder
            {
                Name = "rendersignal_form",
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Strict,
                SecurePolicy = CookieSecurePolicy.SameAsRequest,
            };
            antiforgery.FormFieldName = FormField;
            antiforgery.HeaderName = null;
            antiforgery.SuppressXFrameOptionsHeader = true; // frame-ancestors says it
        });
        _forms = forms.BuildServiceProvider();
    }

    /// <summary>The hidden field with which a form proves that it comes from a page of ours.</summary>
    public const string FormField = "form_token";

    private IAntiforgery Antiforgery => _forms.GetRequiredService<IAntiforgery>();

    /// <summary>What the tickets of sessions are encrypted and signed with.</summary>
    public IDataProtector ForSessions => _keys.GetRequiredService<IDataProtectionProvider>().CreateProtector("RenderSignal.Session", "v1");

    /// <summary>A token for a form; its other half is set as a cookie.</summary>
    /// <exception cref="CryptographicException">There are no keys, because their store fails.</exception>
    public string FormTokenFor(HttpContext context) => Antiforgery.GetAndStoreTokens(context).RequestToken!;

    public Task<bool> HasValidTokenAsync(HttpContext context) => Antiforgery.IsRequestValidAsync(context);

    /// <summary>Loads the keys, and makes one if there is none.</summary>
    /// <exception cref="CryptographicException">Their store fails.</exception>
    public void LoadKeys() => ForSessions.Protect([]);

    public void Dispose()
    {
        _forms.Dispose();
        _keys.Dispose();
    }
}
