using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace RenderSignal.AspNetCore;

/// <summary>Makes a file of the settings in force.</summary>
internal sealed class SettingsExport(ISettingsReader reader, IClock clock, ILogger<SettingsExport> logger)
{
    /// <param name="passphrase">What webhook addresses are sealed with; null: they are left out.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<SettingsFile> CreateAsync(string? passphrase, CancellationToken cancellationToken)
    {
        var settings = await reader.GetAsync(cancellationToken);
        var (shown, whole) = (DocumentsBody.From(settings), DocumentsBody.WithAddresses(settings));
        var seal = passphrase is null ? null : new AddressSeal(passphrase);
        var documents = new JsonObject();
        foreach (var (name, document) in DocumentName.All)
        {
            // As answers show them: an address comes in sealed, or not at all.
            var fields = shown.FieldsOf(document);
            foreach (var (field, value) in whole.FieldsOf(document).Where(field => AddressFields.Contains(document, field.Key)))
            {
                if (seal is null)
                {
                    fields.Remove(field);
                }
                else if ((string?)value is { } address)
                {
                    fields[field] = SealedAddress.Write(seal.Seal(field, address));
                }
            }

            documents[name] = fields;
        }

        OperationsLog.SettingsExported(logger, seal is null ? "without" : "with sealed");
        return new SettingsFile(ApiTime.Format(clock.GetCurrentInstant()), documents);
    }
}
