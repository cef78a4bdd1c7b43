import { html } from '../../lib/preact.js';
import { useSettings } from '../../lib/settings.js';
import { t } from '../../lib/texts.js';
import { SwitchField } from '../../parts/controls.js';
import { Notice } from '../../parts/notice.js';
import { SettingsForm } from '../../parts/settings-form.js';

const FLAGS = { disable_email_id_dedup: 'disableDedup', allow_custom_webhook_without_links: 'allowWithoutLinks' };

/** Switches for exceptional times. */
export function RuntimeFlags() {
  const form = useSettings('runtime_flags');
  const inForce = form.base === null ? [] : Object.keys(FLAGS).filter((name) => form.base[name]);
  return html`
    <${SettingsForm} form=${form} title=${t('tools.flags.title')} intro=${t('tools.flags.intro')}>
      ${inForce.length > 0 && html`<${Notice} kind="warning">${t('tools.flags.warning')}<//>`}
      ${Object.entries(FLAGS).map(([name, text]) => html`
        <${SwitchField} form=${form} name=${name} label=${t(`settings.runtime_flags.${name}`)} hint=${t(`tools.flags.${text}Hint`)} />`)}
    <//>`;
}
