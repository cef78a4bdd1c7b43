import { html } from '../../lib/preact.js';
import { phrase, t, tryText } from '../../lib/texts.js';
import { Ago } from '../../parts/ago.js';
import { Icon } from '../../parts/icon.js';
import { PollerActivity } from './poller-activity.js';

/** One part: how it fares, what it does or why it rests, when it last succeeded and what last went wrong. */
export function ComponentCard({ name, component, polling }) {
  const { status, note_phrase: said, note, last_success: success, last_failure: failure, last_error: error } = component;
  const reason = phrase('note', said) ?? note;
  return html`
    <li class="component ${status}" data-component=${name}>
      <h3>${tryText(`overview.component.${name}`) ?? name}</h3>
      <span class="component-state"><${Icon} name=${status} />${t(`overview.state.${status}`)}</span>
      <div class="component-facts">
        ${name === 'poller' ? html`<${PollerActivity} polling=${polling} component=${component} reason=${reason} />` : reason && html`<p>${reason}</p>`}
        ${status === 'failing' && html`<p class="component-error">${error} · <${Ago} instant=${failure} /></p>`}
        <p class="muted">${success ? html`${t('overview.lastSuccess')} <${Ago} instant=${success} />` : t('overview.noSuccessYet')}</p>
        ${status !== 'failing' && failure && html`
          <details class="muted">
            <summary>${t('overview.lastError')} <${Ago} instant=${failure} /></summary>
            ${error}
          </details>`}
      </div>
    </li>`;
}
