using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace RenderSignal.AspNetCore;

/// <summary>What somebody who signs in sends.</summary>
internal sealed record LoginForm(
    [property: JsonPropertyName(LoginForm.UserField)] string User,
    [property: JsonPropertyName(LoginForm.PasswordField)] string Password,
    [property: JsonPropertyName(LoginForm.NextField)] string? Next)
{
    public const string UserField = "username";
    public const string PasswordField = "password";
    public const string NextField = "next";

    /// <summary>What a page begins with: an address may say where to go on to.</summary>
    public static LoginForm Empty(HttpRequest request) => new("", "", LocalPath.TryRead(request.Query[NextField]));

    /// <exception cref="RequestRejectedException">The body is no form, or too large.</exception>
    public static async Task<LoginForm> ReadAsync(HttpRequest request)
    {
        var form = await FormBody.ReadAsync(request);
        var next = form.TryGetValue(NextField, out var field) ? field : request.Query[NextField];
        return new(form[UserField].ToString(), form[PasswordField].ToString(), LocalPath.TryRead(next));
    }

    public override string ToString() => User; // never the password
}
