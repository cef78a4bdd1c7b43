import { html } from '../../lib/preact.js';
import { useSettings } from '../../lib/settings.js';
import { t } from '../../lib/texts.js';
import { Notice } from '../../parts/notice.js';
import { ConfigForm } from './config-form.js';
import { WindowForm } from './window-form.js';

const ADDRESSES = ['webhook_url', 'recadrage_webhook_url', 'autorepondeur_webhook_url', 'presence_true_url', 'presence_false_url'];

export function WebhooksTab() {
  const form = useSettings('webhook_config', { secrets: ADDRESSES });
  return html`
    ${form.base?.webhook_sending_enabled === false && html`
      <${Notice} kind="warning" role="status"><strong>${t('webhooks.sendingOff')}</strong> ${t('webhooks.sendingOffMeans')}<//>`}
    <${WindowForm} />
    <${ConfigForm} form=${form} />`;
}
