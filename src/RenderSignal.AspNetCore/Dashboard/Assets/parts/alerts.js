import { onEvent } from '../lib/events.js';
import { html, useEffect, useState } from '../lib/preact.js';
import { reasonText, t } from '../lib/texts.js';

const MOST = 3;

/** Mails that failed while the page is open, on whichever tab; each until it is closed. */
export function Alerts() {
  const [emails, setEmails] = useState([]);
  const close = (id) => setEmails((current) => current.filter((email) => email.id !== id));

  useEffect(() => onEvent('alert', ({ email }) => setEmails((current) => [email, ...current.filter(({ id }) => id !== email.id)].slice(0, MOST))), []);

  return html`
    <div class="alerts" role="alert" aria-atomic="false">
      ${emails.map((email) => html`
        <div class="notice error" key=${email.id}>
          <span><strong dir="auto">${email.subject || t('overview.noSubject')}</strong>: ${reasonText(email)}</span>
          <span class="alert-actions">
            <a href="#/overview/${encodeURIComponent(email.id)}" onClick=${() => close(email.id)}>${t('overview.alert.open')}</a>
            <button type="button" class="link" onClick=${() => close(email.id)}>${t('overview.alert.close')}</button>
          </span>
        </div>`)}
    </div>`;
}
