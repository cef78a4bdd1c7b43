import { html } from '../../lib/preact.js';
import { t } from '../../lib/texts.js';
import { hourMinute } from '../../lib/time.js';
import { Icon } from '../../parts/icon.js';

/** Whether mails go out now. */
export function SendingLine({ sending }) {
  const { enabled, window_open: isOpen, window_changes_at: changes } = sending;
  const kind = enabled ? (isOpen ? 'open' : 'closed') : 'off';
  const key = enabled && changes ? `${kind}Until` : kind;
  const field = enabled ? 'window' : 'webhook_sending_enabled';
  return html`
    <p class="sending ${kind}">
      <${Icon} name=${{ open: 'working', closed: 'resting', off: 'failing' }[kind]} />
      <span>${t(`overview.sending.${key}`, { time: changes ? hourMinute(changes) : '' })} <a href="#/webhooks/${field}">${t('overview.sending.change')}</a></span>
    </p>`;
}
