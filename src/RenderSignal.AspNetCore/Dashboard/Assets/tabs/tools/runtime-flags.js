import { html } from '../../lib/preact.js';
import { useSettings } from '../../lib/settings.js';
import { t } from '../../lib/texts.js';
import { SwitchField } from '../../parts/controls.js';
import { SettingsForm } from '../../parts/settings-form.js';

/** Switches for exceptional times. */
export function RuntimeFlags() {
  const form = useSettings('runtime_flags');
  return html`
    <${SettingsForm} form=${form} title=${t('tools.flags.title')} intro=${t('tools.flags.intro')}>
      <${SwitchField} form=${form} name="disable_email_id_dedup" label=${t('tools.flags.disableDedup')} hint=${t('tools.flags.disableDedupHint')} />
      <${SwitchField} form=${form} name="allow_custom_webhook_without_links" label=${t('tools.flags.allowWithoutLinks')} hint=${t('tools.flags.allowWithoutLinksHint')} />
    <//>`;
}
