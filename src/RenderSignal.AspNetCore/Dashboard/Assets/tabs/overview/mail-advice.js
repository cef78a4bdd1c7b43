import { html } from '../../lib/preact.js';
import { settingName } from '../../lib/setting-text.js';
import { reasonText, t, tryText } from '../../lib/texts.js';
import { Icon } from '../../parts/icon.js';
import { settingsFor } from './advice-links.js';

/** Why it became of the mail what became of it, what happens next, and which setting changes that. */
export function MailAdvice({ email }) {
  const { status, reason } = email;
  const advice = tryText(`overview.advice.${reason}`);
  const settings = status === 'sent' ? [] : settingsFor(email);
  return html`
    <section class="advice ${status}" aria-labelledby="advice-title">
      <h3 id="advice-title"><${Icon} name=${status} />${t(`overview.mail.why.${status}`)}</h3>
      <p class="advice-reason">${reasonText(email)}</p>
      ${advice && html`<p>${advice} ${status === 'skipped' && t('overview.mail.done')} ${status === 'left' && t('overview.mail.waits')}</p>`}
      ${settings.length > 0 && html`
        <ul class="advice-links">
          ${settings.map(({ document, field, tab }) => html`
            <li key=${field}><a href="#/${tab}/${field}">${settingName(document, field)}</a> <span class="muted">${t(`tabs.${tab}`)}</span></li>`)}
        </ul>`}
    </section>`;
}
