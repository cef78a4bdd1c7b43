import { html } from '../../lib/preact.js';
import { t } from '../../lib/texts.js';
import { dateTime } from '../../lib/time.js';
import { Icon } from '../../parts/icon.js';
import { duration, statusCode } from './mail-texts.js';

/** Each send of a mail, the newest first, and each time that nothing was sent. */
export function MailDeliveries({ email }) {
  const deliveries = email.deliveries.toReversed();
  return html`
    <section aria-labelledby="deliveries-title">
      <h3 id="deliveries-title">${t('overview.mail.deliveries')}</h3>
      ${deliveries.length === 0
        ? html`<p class="muted">${t('overview.mail.noDelivery')}</p>`
        : html`<ol class="deliveries">${deliveries.map((delivery) => html`<${Delivery} key=${delivery.timestamp} delivery=${delivery} />`)}</ol>`}
    </section>`;
}

function Delivery({ delivery }) {
  const { timestamp, attempts, status, error, target_url: target } = delivery;
  const isSend = attempts > 0;
  const kind = !isSend ? 'unsent' : status === 'success' ? 'sent' : 'failed';
  return html`
    <li class="delivery ${kind}">
      <time datetime=${timestamp}>${dateTime(timestamp)}</time>
      <div>
        <span class="delivery-outcome">
          ${isSend && html`<${Icon} name=${kind} />`}
          <strong>${isSend ? t(`overview.mail.${kind}`, { answer: statusCode(delivery) }) : t('overview.mail.unsent')}</strong>
          ${isSend && html`<span class="muted">${t('overview.tries', { count: attempts })} · ${duration(delivery.duration_ms)}</span>`}
        </span>
        ${target && html`<code>${target}</code>`}
        ${error && html`<p class="delivery-error"><bdi>${error}</bdi></p>`}
      </div>
    </li>`;
}
