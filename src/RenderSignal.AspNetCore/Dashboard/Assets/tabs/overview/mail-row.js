import { go } from '../../lib/address.js';
import { html, useMemo } from '../../lib/preact.js';
import { reasonText, t } from '../../lib/texts.js';
import { dateTime, shortTime } from '../../lib/time.js';
import { MailStatus } from '../../parts/mail-status.js';
import { detectorName, sends, sendText } from './mail-texts.js';

/** @param {number} turn How often news of this mail came while the page was open: each time the row shines up anew. */
export function MailRow({ email, today, turn }) {
  // The same nodes as before are passed over, so that a long list costs no more than its news.
  return useMemo(() => html`<${Row} email=${email} turn=${turn} />`, [email, today, turn]);
}

function Row({ email, turn }) {
  const { id, subject, sender, status, detector } = email;
  const hash = `#/overview/${encodeURIComponent(id)}`;
  const send = sends(email).at(-1);

  function open(event) {
    if (event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      go(hash, { fromList: true });
    }
  }

  return html`
    <li class="mail ${turn > 0 ? `news-${turn % 2}` : ''}" data-mail=${id}>
      <time class="mail-time" datetime=${email.decided_at} title=${dateTime(email.decided_at)}>${shortTime(email.decided_at)}</time>
      <div class="mail-what">
        <a class="mail-subject ${subject ? '' : 'none'}" dir="auto" href=${hash} onClick=${open}>${subject || t('overview.noSubject')}</a>
        <span class="mail-from"><bdi>${sender || t('overview.noSender')}</bdi>${detector && html` <span class="detector">${detectorName(detector)}</span>`}</span>
      </div>
      <${MailStatus} status=${status} />
      <span class="mail-reason">${reasonText(email)}</span>
      <span class="mail-send">${send && sendText(send)}</span>
    </li>`;
}
