import { address, replaceAddress } from './lib/address.js';
import { startEvents } from './lib/events.js';
import { page } from './lib/page.js';
import { html, render, useEffect, useLayoutEffect, useRef, useState } from './lib/preact.js';
import { useSoughtField } from './lib/sought-field.js';
import { startStatus, useStatus } from './lib/status.js';
import { loadTexts, t } from './lib/texts.js';
import { mayLeave } from './lib/unsaved.js';
import { Alerts } from './parts/alerts.js';
import { ConnectionBanner } from './parts/banner.js';
import { Choices } from './parts/choices.js';
import { tabs } from './tabs/index.js';

const tabInAddress = () => tabs.find((tab) => tab.name === address.get().tab) ?? tabs[0];

function Dashboard() {
  const [current, setCurrent] = useState(tabInAddress());
  const heading = useRef();
  const isFirst = useRef(true);
  const { Content } = current;
  // Times are told in the zone of polling, which the status names.
  const isReady = useStatus() !== null;

  useEffect(() => {
    const follow = () => {
      const wanted = tabInAddress();
      if (address.get().tab !== wanted.name) {
        replaceAddress(`#/${wanted.name}`); // no such tab, or none named
      } else if (wanted !== current && !mayLeave()) {
        replaceAddress(`#/${current.name}`);
      } else {
        setCurrent(wanted);
      }
    };
    follow(); // the address may have changed since the first look at it
    return address.subscribe(follow);
  }, [current]);

  useSoughtField();
  useLayoutEffect(() => {
    document.title = `${t(`tabs.${current.name}`)} · RenderSignal`;
    if (!isFirst.current) {
      heading.current.focus();
    }
    isFirst.current = false;
  }, [current]);

  return html`
    <a class="skip-link" href="#content" onClick=${(event) => { event.preventDefault(); heading.current.focus(); }}>${t('frame.skip')}</a>
    <header class="frame">
      <a class="product" href="#/overview">RenderSignal</a>
      <nav aria-label=${t('frame.tabs')}>
        ${tabs.map((tab) => html`<a href="#/${tab.name}" aria-current=${tab === current ? 'page' : undefined}>${t(`tabs.${tab.name}`)}</a>`)}
      </nav>
      <${Choices} />
      <${ConnectionBanner} />
    </header>
    <${Alerts} />
    <main id="content">
      <h1 ref=${heading} tabindex="-1">${t(`tabs.${current.name}`)}</h1>
      ${isReady ? html`<${Content} key=${current.name} />` : html`<p class="loading" aria-busy="true">${t('page.loading')}</p>`}
    </main>`;
}

startStatus();
await loadTexts();
startEvents();
page.root.replaceChildren();
render(html`<${Dashboard} />`, page.root);
