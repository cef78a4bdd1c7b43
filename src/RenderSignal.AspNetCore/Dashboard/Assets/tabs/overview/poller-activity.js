import { html } from '../../lib/preact.js';
import { t } from '../../lib/texts.js';
import { span } from '../../lib/span.js';
import { dateTime, useNow } from '../../lib/time.js';

/** What polling does now, or what it waits for. */
export function PollerActivity({ polling, component, reason }) {
  const now = useNow(1000);
  const { progress, next_cycle_at: next } = polling;
  if (progress) {
    return html`<p>${progress.total > 0 ? t('overview.poller.busy', progress) : t('overview.poller.looking')}</p>`;
  }
  if (polling.enabled && !polling.switched_on) {
    return html`<p>${t('overview.poller.switchedOff')} <a href="#/email/enable_polling">${t('overview.poller.switchOn')}</a></p>`;
  }
  if (component.status === 'resting' && reason) {
    return html`<p>${reason}</p>`;
  }
  if (next) {
    const wait = Date.parse(next) - now;
    return html`<p><time datetime=${next} title=${dateTime(next)}>${wait < 1000 ? t('overview.poller.due') : t('overview.poller.next', { span: span(wait) })}</time></p>`;
  }
  return reason && html`<p>${reason}</p>`;
}
