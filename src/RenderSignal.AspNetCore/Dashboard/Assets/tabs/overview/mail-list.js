import { html, useEffect, useRef, useState } from '../../lib/preact.js';
import { useStore } from '../../lib/store.js';
import { t } from '../../lib/texts.js';
import { day, useNow } from '../../lib/time.js';
import { Icon } from '../../parts/icon.js';
import { statuses } from '../../parts/mail-status.js';
import { Notice } from '../../parts/notice.js';
import { clearFilter, filter, searchFor, toggleStatus } from './filter.js';
import { MailRow } from './mail-row.js';
import { useMails } from './use-mails.js';

/** What became of which mail, as it happens. */
export function MailList() {
  const wanted = useStore(filter);
  const mails = useMails(wanted);
  const today = day(useNow(60000)); // times are told shorter on their own day
  const { emails, next, news, newest, error, isLoading, isLoadingMore } = mails;
  return html`
    <section class="card mail-list" aria-labelledby="mails-title">
      <header class="card-head">
        <h2 id="mails-title">${t('overview.mails')}</h2>
        <${FilterBar} wanted=${wanted} />
      </header>
      <p class="visually-hidden" role="status">${newest && t('overview.arrived', { subject: newest.subject || t('overview.noSubject'), status: t(`overview.status.${newest.status}`) })}</p>
      ${error && !error.isConnection && html`
        <${Notice} kind="error" role="alert">${error.message} <button type="button" class="link" onClick=${mails.reload}>${t('form.tryAgain')}</button><//>`}
      <ul class="mails" aria-busy=${isLoading ? 'true' : undefined} aria-labelledby="mails-title">
        ${emails.map((email) => html`<${MailRow} key=${email.id} email=${email} today=${today} turn=${news[email.id] ?? 0} />`)}
      </ul>
      ${!isLoading && !error && emails.length === 0 && html`<${Empty} wanted=${wanted} />`}
      ${next && html`
        <p class="more"><button type="button" class="secondary outline" aria-busy=${isLoadingMore ? 'true' : undefined} disabled=${isLoadingMore || isLoading} onClick=${mails.loadMore}>${t('overview.more')}</button></p>`}
    </section>`;
}

function FilterBar({ wanted }) {
  return html`
    <div class="filter-bar">
      <fieldset class="chips">
        <legend class="visually-hidden">${t('overview.filter')}</legend>
        ${statuses.map((status) => html`
          <button type="button" class="chip ${status}" aria-pressed=${String(wanted.statuses.includes(status))} onClick=${() => toggleStatus(status)}>
            <${Icon} name=${status} />${t(`overview.statusOfMany.${status}`)}
          </button>`)}
      </fieldset>
      <${SearchBox} text=${wanted.text} />
    </div>`;
}

const PAUSE_MS = 250;

function SearchBox({ text }) {
  const [typed, setTyped] = useState(text);
  const timer = useRef();
  useEffect(() => setTyped((current) => (current.trim() === text ? current : text)), [text]);
  useEffect(() => () => clearTimeout(timer.current), []);

  function type(event) {
    const { value } = event.target;
    setTyped(value);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => searchFor(value), PAUSE_MS);
  }

  return html`<input type="search" class="search" name="q" value=${typed} placeholder=${t('overview.search')} aria-label=${t('overview.search')} onInput=${type} autocomplete="off" spellcheck="false" />`;
}

function Empty({ wanted }) {
  const isFiltered = wanted.statuses.length > 0 || wanted.text !== '';
  return html`
    <div class="empty">
      <p>${t(isFiltered ? 'overview.noMatch' : 'overview.noMail')}</p>
      ${isFiltered
        ? html`<button type="button" class="link" onClick=${clearFilter}>${t('overview.showAll')}</button>`
        : html`<p class="muted">${t('overview.noMailHint')}</p>`}
    </div>`;
}
