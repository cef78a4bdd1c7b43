import { html } from '../../lib/preact.js';
import { t } from '../../lib/texts.js';
import { dateTime } from '../../lib/time.js';
import { detectorName, routeName } from './mail-texts.js';

/** What the ledger has of a mail. */
export function MailFacts({ email }) {
  const facts = [
    ['sender', email.sender && html`<bdi>${email.sender}</bdi>`],
    ['date', email.date && html`<bdi>${email.date}</bdi>`],
    ['firstSeen', html`<time datetime=${email.first_seen_at}>${dateTime(email.first_seen_at)}</time>`],
    ['decided', html`<time datetime=${email.decided_at}>${dateTime(email.decided_at)}</time>`],
    ['detector', email.detector ? detectorName(email.detector) : t('overview.mail.noDetector')],
    ['route', email.route && routeName(email.route)],
    ['id', html`<code>${email.id}</code>`],
    // What has values is told in words already, with the reason.
    ['detail', email.detail && Object.keys(email.reason_values ?? {}).length === 0 && html`<bdi>${email.detail}</bdi>`],
  ];
  return html`
    <section aria-labelledby="facts-title">
      <h3 id="facts-title">${t('overview.mail.facts')}</h3>
      <dl class="mail-facts">
        ${facts.filter(([, value]) => value).map(([name, value]) => html`<div key=${name} class=${name === 'detail' ? 'wide' : undefined}><dt>${t(`overview.fact.${name}`)}</dt><dd>${value}</dd></div>`)}
      </dl>
    </section>`;
}
