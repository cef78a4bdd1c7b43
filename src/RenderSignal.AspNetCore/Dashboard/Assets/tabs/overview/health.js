import { html } from '../../lib/preact.js';
import { useStatus } from '../../lib/status.js';
import { t } from '../../lib/texts.js';
import { CheckNow } from './check-now.js';
import { ComponentCard } from './component-card.js';
import { SendingLine } from './sending-line.js';

const ORDER = ['mailbox', 'poller', 'receiver', 'stores', 'redis', 'make_watcher'];
const place = (name) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);

/** How each part fares. */
export function Health() {
  const { components, polling, sending } = useStatus();
  const names = Object.keys(components).sort((one, other) => place(one) - place(other));
  return html`
    <section class="card health" aria-labelledby="health-title">
      <header class="card-head">
        <h2 id="health-title">${t('overview.health')}</h2>
        <${SendingLine} sending=${sending} polling=${polling} />
        <${CheckNow} />
      </header>
      <ul class="components">
        ${names.map((name) => html`<${ComponentCard} key=${name} name=${name} component=${components[name]} polling=${polling} />`)}
      </ul>
    </section>`;
}
