using System.Text.Json.Nodes;

namespace RenderSignal;

internal static class FieldRules
{
    /// <summary>Lays a document over settings, field by field. Fields without a rule are ignored.</summary>
    public static TSettings Apply<TSettings>(
        this IEnumerable<FieldRule<TSettings>> rules, JsonObject document, TSettings below, Action<FieldProblem> complain)
    {
        foreach (var rule in rules)
        {
            if (document.TryGetPropertyValue(rule.Field, out var value))
            {
                below = rule.Apply(value, below, complain);
            }
        }

        return below;
    }

    /// <summary>Puts changed fields into a document. Fields without a rule are ignored.</summary>
    /// <exception cref="SettingsRejectedException">One cannot be understood; the document may be half changed then.</exception>
    public static void Store<TSettings>(
        this IEnumerable<FieldRule<TSettings>> rules, JsonObject fields, JsonObject document, TSettings current, Action<FieldProblem> leaveOut)
    {
        foreach (var rule in rules)
        {
            if (fields.TryGetPropertyValue(rule.Field, out var value))
            {
                rule.Store(value, document, current, leaveOut);
            }
        }
    }
}
