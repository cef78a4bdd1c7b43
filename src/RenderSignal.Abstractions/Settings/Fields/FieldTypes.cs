using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;

namespace RenderSignal;

/// <summary>What may stand in the fields of the documents.</summary>
internal static class FieldTypes
{
    /// <summary>Any value, by Python's truth.</summary>
    public static FieldType<bool> Truth { get; } = new("true or false", value => Reading<bool>.Of(PythonValue.IsTrue(value)));

    /// <summary>A switch that is not guessed at: <c>"false"</c> is not on.</summary>
    public static FieldType<bool> Switch { get; } = new("true or false", value => value switch
    {
        null => Reading<bool>.Unset,
        JsonValue when BooleanText.TryParse(value.ToString()) is { } on => Reading<bool>.Of(on),
        _ => Reading<bool>.Refused,
    });

    /// <summary>A whole number within bounds, both inclusive.</summary>
    public static FieldType<int> WholeNumber(int min, int max) => new($"a whole number from {min} to {max}", value =>
        PythonValue.ToInteger(value) is { } number && number >= min && number <= max ? Reading<int>.Of((int)number) : Reading<int>.Refused);

    /// <summary>A whole number of 1 or more, or null.</summary>
    public static FieldType<int?> OptionalSize { get; } = new($"a whole number from 1 to {int.MaxValue}, or null", value =>
        value is null ? Reading<int?>.Of(null)
        : PythonValue.ToInteger(value) is { } number and >= 1 and <= int.MaxValue ? Reading<int?>.Of((int)number)
        : Reading<int?>.Refused);

    /// <summary>A day, or null.</summary>
    public static FieldType<LocalDate?> Date { get; } = new("a date like 2026-12-24, or null", value =>
        FieldText.IsBlank(value) ? Reading<LocalDate?>.Of(null)
        : FieldText.Of(value) is { } text && LocalDatePattern.Iso.Parse(text) is { Success: true } day ? Reading<LocalDate?>.Of(day.Value)
        : Reading<LocalDate?>.Refused)
    {
        Write = day => day is { } value ? LocalDatePattern.Iso.Format(value) : null,
    };

    /// <summary>A receiver that <see cref="WebhookAddress.IsAllowed"/>.</summary>
    public static FieldType<string> Receiver { get; } = Address(
        "an https address (http on this machine only), or null for the one of the environment", text => WebhookAddress.IsAllowed(text) ? text : null);

    /// <summary>A Make.com hook.</summary>
    public static FieldType<string> MakeHook { get; } = Address(
        "a full https address, TOKEN@hook.eu2.make.com or TOKEN, or null for the one of the environment",
        text => WebhookAddress.NormalizeMakeHook(text) is { } address && WebhookAddress.IsAllowed(address) ? address : null);

    private static FieldType<string> Address(string expected, Func<string, string?> normalize) => new(expected, value =>
        FieldText.IsBlank(value) ? Reading<string>.Unset
        : FieldText.Of(value) is { } text && normalize(text) is { } address ? Reading<string>.Of(address)
        : Reading<string>.Refused)
    {
        IsAddress = true,
    };
}
