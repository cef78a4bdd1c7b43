import { html } from '../../lib/preact.js';
import { t } from '../../lib/texts.js';
import { hourMinute } from '../../lib/time.js';
import { Icon } from '../../parts/icon.js';

/** Whether mails go out now. */
export function SendingLine({ sending, polling }) {
  const { enabled, window_open: isOpen, window_changes_at: changes } = sending;
  if (enabled && isOpen && polling.enabled && !polling.switched_on) {
    return html`<${Line} kind="off" says=${t('overview.sending.notPolled')} setting="email/enable_polling" />`;
  }

  const kind = enabled ? (isOpen ? 'open' : 'closed') : 'off';
  const key = enabled && changes ? `${kind}Until` : kind;
  const says = t(`overview.sending.${key}`, { time: changes ? hourMinute(changes) : '' });
  return html`<${Line} kind=${kind} says=${says} setting=${enabled ? 'webhooks/window' : 'webhooks/webhook_sending_enabled'} />`;
}

function Line({ kind, says, setting }) {
  return html`
    <p class="sending ${kind}">
      <${Icon} name=${{ open: 'working', closed: 'resting', off: 'failing' }[kind]} />
      <span>${says} <a href="#/${setting}">${t('overview.sending.change')}</a></span>
    </p>`;
}
