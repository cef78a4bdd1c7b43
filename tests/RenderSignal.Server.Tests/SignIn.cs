using System.Net;

namespace RenderSignal.Server.Tests;

internal static class SignIn
{
    /// <returns>302 when the server lets the user in, 200 when it shows its page again.</returns>
    public static async Task<HttpStatusCode> PostAsync(string address, string user, string password)
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var http = new HttpClient(handler) { BaseAddress = new Uri(address) };
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["username"] = user, ["password"] = password });
        using var answer = await http.PostAsync("/login", form, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
