using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace RenderSignal;

/// <summary>
/// Reads the variables of REFERENCE section 5 from configuration, where environment variables, settings files and command lines
/// meet under the same names. Collects what cannot be understood, so that one start names all of it.
/// </summary>
/// <param name="configuration">Where to read; null: nothing is set.</param>
public sealed class ConfigurationVariables(IConfiguration? configuration)
{
    private readonly List<string> _errors = [];

    /// <summary>What could not be understood so far: the variable, its value and what to write there.</summary>
    public IReadOnlyList<string> Errors => _errors;

    /// <summary>The first of the variables that is set and not blank, trimmed; null when none is.</summary>
    public string? Text(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (configuration?[name]?.Trim() is { Length: > 0 } value)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>A variable as it stands, blanks included; null when unset or empty. For passwords.</summary>
    public string? Verbatim(string name) => configuration?[name] is { Length: > 0 } value ? value : null;

    /// <summary>A switch; see <see cref="BooleanText"/>.</summary>
    public bool? Switch(string name)
    {
        var text = Text(name);
        var value = BooleanText.TryParse(text);
        if (text is not null && value is null)
        {
            Reject(name, text, "true or false");
        }

        return value;
    }

    /// <summary>A whole number within bounds, both inclusive.</summary>
    public int? WholeNumber(string name, int min, int max)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max)
        {
            return value;
        }

        Reject(name, text, $"a whole number from {min} to {max}");
        return null;
    }

    /// <summary>
    /// Whether this process was started to do more than answer requests: <c>ENABLE_BACKGROUND_TASKS</c>, unless
    /// <c>DISABLE_BACKGROUND_TASKS</c>; null when neither says.
    /// </summary>
    public bool? BackgroundTasks()
    {
        var enabled = Switch("ENABLE_BACKGROUND_TASKS");
        return Switch("DISABLE_BACKGROUND_TASKS") is true ? false : enabled;
    }

    /// <summary>Values between commas, trimmed, without the empty ones; null when the variable is unset.</summary>
    public IReadOnlyList<string>? List(string name) =>
        Text(name)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The host of somebody's API: <c>eu1.make.com</c>, or an address without a path. https, or http on loopback.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="example">A host, for who wrote something else.</param>
    public Uri? Host(string name, string example)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        var address = text.Contains("://", StringComparison.Ordinal) ? text : $"https://{text}";
        if (WebhookAddress.IsAllowed(address) && new Uri(address) is { PathAndQuery: "/" } host)
        {
            return host;
        }

        Reject(name, text, $"a host such as {example}");
        return null;
    }

    /// <summary>Adds an error about a variable: <c>NAME is 'VALUE': write WHAT</c>.</summary>
    public void Reject(string name, string value, string what) => _errors.Add($"{name} is '{value}': write {what}.");

    /// <summary>Ends the reading.</summary>
    /// <exception cref="OptionsValidationException">A variable could not be understood; all such are named.</exception>
    public void ThrowIfRejected(Type optionsType)
    {
        if (_errors.Count > 0)
        {
            throw new OptionsValidationException(Microsoft.Extensions.Options.Options.DefaultName, optionsType, _errors);
        }
    }
}
