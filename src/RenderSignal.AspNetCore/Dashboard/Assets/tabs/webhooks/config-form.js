import { html } from '../../lib/preact.js';
import { t } from '../../lib/texts.js';
import { SwitchField } from '../../parts/controls.js';
import { Notice } from '../../parts/notice.js';
import { SecretAddress } from '../../parts/secret-address.js';
import { SettingsForm } from '../../parts/settings-form.js';

const MAKE_HOOK = 'https://hook.eu2.make.com/… · TOKEN@hook.eu2.make.com';

/** Where mails are sent, and whether. */
export function ConfigForm({ form }) {
  return html`
    <${SettingsForm} form=${form} title=${t('webhooks.config.title')} intro=${t('webhooks.config.intro')}>
      ${!form.isLoading && html`
        <${SwitchField} form=${form} name="webhook_sending_enabled" label=${t('webhooks.config.sending')} hint=${t('webhooks.config.sendingHint')} />
        <h3>${t('webhooks.config.receiver')}</h3>
        <${Address} form=${form} name="webhook_url" text="receiver" variable="WEBHOOK_URL" placeholder="https://…" />
        <${SwitchField} form=${form} name="webhook_ssl_verify" label=${t('webhooks.config.sslVerify')} hint=${t('webhooks.config.sslVerifyHint')} />
        ${!form.values.webhook_ssl_verify && html`<${Notice} kind="warning">${t('webhooks.config.sslVerifyOff')}<//>`}
        <h3>${t('webhooks.config.makeHooks')}</h3>
        <div class="addresses">
          <${Address} form=${form} name="recadrage_webhook_url" text="recadrage" variable="RECADRAGE_MAKE_WEBHOOK_URL" />
          <${Address} form=${form} name="autorepondeur_webhook_url" text="desabo" variable="AUTOREPONDEUR_MAKE_WEBHOOK_URL" />
        </div>
        <h3>${t('webhooks.config.presence')}</h3>
        <${Presence} form=${form} />`}
    <//>`;
}

function Presence({ form }) {
  const isPresent = Boolean(form.values.presence_flag);
  const isSet = form.values[isPresent ? 'presence_true_url' : 'presence_false_url'] !== null;
  return html`
    <${SwitchField} form=${form} name="presence_flag" label=${t('webhooks.config.presenceFlag')} hint=${t('webhooks.config.presenceFlagHint')} />
    <p class="presence-now">
      ${t(isPresent ? 'webhooks.config.presentNow' : 'webhooks.config.absentNow')} ${!isSet && html`<strong>${t('webhooks.config.presenceUnset')}</strong>`}${' '}
      <a href="#/tools">${t('webhooks.config.testPresence')}</a>
    </p>
    <div class="addresses">
      <${Address} form=${form} name="presence_true_url" text="present" variable="PRESENCE_TRUE_MAKE_WEBHOOK_URL" />
      <${Address} form=${form} name="presence_false_url" text="absent" variable="PRESENCE_FALSE_MAKE_WEBHOOK_URL" />
    </div>`;
}

function Address({ form, name, text, placeholder = MAKE_HOOK, ...field }) {
  const isSet = form.values[name] !== null;
  return html`
    <${SecretAddress} form=${form} name=${name} label=${t(`webhooks.addresses.${text}.label`)} placeholder=${placeholder}
      hint=${t(`webhooks.addresses.${text}.${isSet ? 'set' : 'unset'}`)} ...${field} />`;
}
