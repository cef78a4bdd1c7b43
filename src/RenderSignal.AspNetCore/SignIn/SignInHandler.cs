using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace RenderSignal.AspNetCore;

/// <summary>Signs people in and out.</summary>
internal sealed class SignInHandler(Credentials credentials, SignInThrottle throttle, SignInProtection protection, EventStreams streams, ILogger<SignInHandler> logger)
{
    private const string PasswordVariable = "TRIGGER_PAGE_PASSWORD";

    public IResult Show(HttpContext context)
    {
        try
        {
            return Page(context, LoginForm.Empty(context.Request), error: null);
        }
        catch (CryptographicException exception)
        {
            return NoKeys(context, exception);
        }
    }

    public async Task<IResult> SignInAsync(HttpContext context)
    {
        var texts = PageTexts.For(context.Request);
        if (!credentials.Exist)
        {
            return Failed(context, Closed(texts), StatusCodes.Status403Forbidden);
        }

        if (!SameOrigin.Allows(context.Request))
        {
            return Failed(context, texts.OtherSite, StatusCodes.Status403Forbidden);
        }

        try
        {
            return await SignInAsync(context, await LoginForm.ReadAsync(context.Request), texts);
        }
        catch (RequestRejectedException exception)
        {
            return Failed(context, exception.Message, exception.Status);
        }
        catch (CryptographicException exception)
        {
            return NoKeys(context, exception);
        }
    }

    public async Task<IResult> SignOutAsync(HttpContext context)
    {
        // A link on another site may not sign anybody out: the cookie comes along with it.
        if (!SameOrigin.Allows(context.Request))
        {
            return Failed(context, PageTexts.For(context.Request).OtherSite, StatusCodes.Status403Forbidden);
        }

        if (SessionId.Of((await context.AuthenticateAsync(SignInScheme.Name)).Principal) is { } session)
        {
            streams.EndSession(session);
        }

        await context.SignOutAsync(SignInScheme.Name);
        return Results.Redirect(MountPoint.AddressOf(context, SignInRoutes.LoginPath));
    }

    private async Task<IResult> SignInAsync(HttpContext context, LoginForm form, PageTexts texts)
    {
        // What is no browser has no cookies that another site could use, and no page to take a token from.
        if (SameOrigin.IsFromBrowser(context.Request) && !await protection.HasValidTokenAsync(context))
        {
            return Page(context, form, texts.StalePage, StatusCodes.Status400BadRequest);
        }

        var (address, user) = (context.Connection.RemoteIpAddress, PrintableText.For(form.User));
        var from = address?.ToString() ?? "an unknown address";
        var attempt = await throttle.BeginAsync(address, form.User);
        if (attempt.Wait is { } wait)
        {
            var seconds = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            context.Response.Headers.RetryAfter = seconds;
            return Page(context, form, string.Format(CultureInfo.InvariantCulture, texts.TooManyFailures, seconds), StatusCodes.Status429TooManyRequests);
        }

        if (!credentials.Match(form.User, form.Password))
        {
            SignInLog.Failed(logger, user, from);
            if (Describe(attempt, user, from) is { Length: > 0 } locks)
            {
                SignInLog.Locked(logger, locks, SignInLimits.MaxFailures);
            }

            return Page(context, form, texts.WrongCredentials);
        }

        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, credentials.User), SessionId.New()], SignInScheme.Name);
        await context.SignInAsync(SignInScheme.Name, new ClaimsPrincipal(identity));
        await throttle.SucceedAsync(address, form.User);
        SignInLog.SignedIn(logger, user, from);
        return Results.Redirect(form.Next ?? RootOf(context));
    }

    private static string Describe(SignInAttempt attempt, string user, string from)
    {
        string?[] locks =
        [
            attempt.LocksAddress is { } ofAddress ? $"from {from} for {ofAddress.TotalSeconds} s" : null,
            attempt.LocksUser is { } ofUser ? $"as '{user}' for {ofUser.TotalSeconds} s" : null,
        ];
        return string.Join(" and ", locks.OfType<string>());
    }

    private static string RootOf(HttpContext context) => MountPoint.PathOf(context) is { HasValue: true } path ? path.ToUriComponent() : "/";

    private IResult Page(HttpContext context, LoginForm form, string? error, int status = StatusCodes.Status200OK)
    {
        var texts = PageTexts.For(context.Request);
        if (status >= StatusCodes.Status400BadRequest && PrefersJson(context.Request))
        {
            return Failure.Result(status, error ?? "");
        }

        return credentials.Exist
            ? LoginPage.Render(context, texts, form, protection.FormTokenFor(context), error, status)
            : LoginPage.Render(context, texts, form, token: null, Closed(texts), status);
    }

    private static IResult Failed(HttpContext context, string error, int status) => PrefersJson(context.Request)
        ? Failure.Result(status, error)
        : LoginPage.Refuse(context, PageTexts.For(context.Request), error, status);

    private static string Closed(PageTexts texts) => string.Format(CultureInfo.InvariantCulture, texts.Closed, PasswordVariable);

    private IResult NoKeys(HttpContext context, CryptographicException exception)
    {
        SignInLog.NoKeys(logger, exception.GetBaseException().Message);
        return Failed(context, PageTexts.For(context.Request).NoKeys, StatusCodes.Status503ServiceUnavailable);
    }

    private static bool PrefersJson(HttpRequest request)
    {
        var accept = request.Headers.Accept.ToString();
        return accept.Contains("json", StringComparison.OrdinalIgnoreCase) && !accept.Contains("html", StringComparison.OrdinalIgnoreCase);
    }
}
